import { EntitySchema } from 'typeorm';

/** What the agent knows of the chain, so that a restart does not read it again from the first block. */
export interface ChainEventRow {
  sequence: number;
  data: string;
}

export const chainEventTable = new EntitySchema<ChainEventRow>({
  name: 'chain_event',
  columns: {
    sequence: { type: 'integer', primary: true, generated: 'increment' },
    data: { type: 'text' },
  },
});
