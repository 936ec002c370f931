import type { Decision } from '@eslabon/client/contract';
import { EntitySchema } from 'typeorm';

/** A decision of a border post. Rows are added, never changed. */
export interface DecisionRow {
  sequence: number;
  id: string;
  post: string;
  verdict: Decision['verdict'];
  /** Always with milliseconds, so that text compares as time does; `content` has it as the post wrote it. */
  decidedAt: string;
  content: Decision;
  receivedAt: string;
  /** Name of the API key. */
  receivedFrom: string;
}

export const decisionTable = new EntitySchema<DecisionRow>({
  name: 'decision',
  columns: {
    sequence: { type: 'integer', primary: true, generated: 'increment' },
    id: { type: 'text' },
    post: { type: 'text' },
    verdict: { type: 'text' },
    decidedAt: { type: 'text' },
    content: { type: 'simple-json' },
    receivedAt: { type: 'text' },
    receivedFrom: { type: 'text' },
  },
});
