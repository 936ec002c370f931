import { z } from 'zod';
import { instantSchema } from './common.js';

export const offerSchema = z.object({
  id: z.uuid(),
  offerUrl: z
    .string()
    .describe('openid-credential-offer:// link that says where the offer is; short enough for a QR'),
  offerUrlByValue: z.string().describe('The same link with the offer in it'),
  offerUri: z.url().describe('Where wallets fetch the offer'),
  txCode: z
    .string()
    .describe('Transaction code, shown only here: give it to the company by another way than the link'),
  expiresAt: instantSchema,
});

export type Offer = z.infer<typeof offerSchema>;
