import type { RenewalChanges } from '@eslabon/client/contract';
import { EntitySchema } from 'typeorm';

export interface RenewalRow {
  sequence: number;
  id: string;
  certificateId: string;
  state: 'proposed' | 'issued' | 'rejected';
  changes: RenewalChanges;
  proposedBy: string;
  proposedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  /** The credential that it took the place of, as it was signed. */
  replaced: string | null;
}

export const renewalTable = new EntitySchema<RenewalRow>({
  name: 'certificate_renewal',
  columns: {
    sequence: { type: 'integer', primary: true, generated: 'increment' },
    id: { type: 'text' },
    certificateId: { type: 'text' },
    state: { type: 'text' },
    changes: { type: 'simple-json' },
    proposedBy: { type: 'text' },
    proposedAt: { type: 'text' },
    decidedBy: { type: 'text', nullable: true },
    decidedAt: { type: 'text', nullable: true },
    replaced: { type: 'text', nullable: true },
  },
});
