import { z } from 'zod';
import type { Rows } from '../store/stored.js';

/** Bytes of the largest backup that is read. */
export const largestBackup = 64 << 20;

const rows = z.array(z.looseObject({ id: z.string() }));

/**
 * What a backup has inside. It was encrypted by the wallet itself, and nothing is read that was not: its form is looked
 * at only to tell another app's from ours.
 */
export const backupContentSchema = z.object({
  publicJwk: z.strictObject({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: z.string(),
    y: z.string().optional(),
  }),
  /** ISO 8601. */
  madeAt: z.iso.datetime(),
  settings: z.object({
    language: z.enum(['es', 'pt', 'en']).optional(),
    deviceName: z.string(),
  }),
  rows: z
    .object({
      certificates: rows,
      pending: rows,
      given: rows,
      held: rows,
      lists: rows,
      history: rows,
      notices: rows,
    })
    .transform((read) => read as unknown as Rows),
});

export type BackupContent = z.infer<typeof backupContentSchema>;
