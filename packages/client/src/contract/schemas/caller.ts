import { countrySchema, ethrDidSchema } from '@eslabon/core';
import { z } from 'zod';
import { roleNames, scopes } from '../operation.js';

export const callerViewSchema = z.object({
  id: z.string().describe('Of the API key, its middle part'),
  name: z.string().describe('Of the person or system: what history shows and four eyes compare'),
  role: z.enum(roleNames),
  scopes: z.array(z.enum(scopes)).describe('What the key may do'),
  authority: z.object({
    name: z.string(),
    country: countrySchema,
    did: ethrDidSchema,
    utcOffset: z.string().describe('Of its legal time, such as -05:00: dates begin at its midnight'),
  }),
  fourEyes: z.boolean().describe('Whoever proposed a certificate or a renewal may not issue it'),
  offers: z.boolean().describe('This agent issues to wallets'),
  email: z.boolean().describe('This agent sends offers by e-mail'),
  presentations: z.boolean().describe('This agent asks companies to present their certificates'),
});

export type CallerView = z.infer<typeof callerViewSchema>;
