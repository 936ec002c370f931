import { issuerProfileNames } from '@eslabon/exchange';
import { z } from 'zod';
import { hostSchema } from './host-schema.js';

export const profilesSchema = z.array(z.enum(issuerProfileNames)).max(issuerProfileNames.length);

export const statusListsSchema = z.strictObject({
  /** Seconds for which readers may keep a published list. */
  ttlSeconds: z.int().min(1).max(86_400).default(300),
  /** Status lists of others are fetched from these hosts alone, with `:port` where it is not 443. */
  allowedHosts: z.array(hostSchema).max(1000).default([]),
});
