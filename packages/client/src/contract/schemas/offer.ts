import { z } from 'zod';
import { instantSchema } from './common.js';

export const languageSchema = z.enum(['es', 'pt', 'en']);

const messageSchema = z.object({ subject: z.string(), text: z.string() });

export const offerSchema = z.object({
  id: z.uuid(),
  offerUrl: z
    .string()
    .describe('openid-credential-offer:// link that says where the offer is; short enough for a QR'),
  offerUrlByValue: z.string().describe('The same link with the offer in it'),
  offerUri: z.url().describe('Where wallets fetch the offer'),
  walletUrl: z.url().describe('The same offer in the wallet that this agent serves'),
  qr: z.string().describe('QR code of `offerUrl`, as SVG'),
  qrText: z.string().describe('The same as lines of half blocks, light on dark, for terminals'),
  messages: z
    .object({ es: messageSchema, pt: messageSchema, en: messageSchema })
    .describe('E-mail to copy, with the link and without the transaction code'),
  txCode: z
    .string()
    .describe('Transaction code, shown only here: give it to the company by another way than the link'),
  expiresAt: instantSchema,
});

export type Offer = z.infer<typeof offerSchema>;

export const offerParams = z.object({
  id: z.uuid().describe('Identifier of the certificate'),
  offerId: z.uuid().describe('Identifier of the offer'),
});

export const offerEmailSchema = z.strictObject({
  to: z.email().max(254),
  language: languageSchema,
  offerUrl: z.string().max(1024).describe('As the offer had it: the agent keeps a hash of it and no more'),
});

export const offerEmailedSchema = z.object({
  to: z.string(),
  language: languageSchema,
  sentAt: instantSchema,
  left: z.int().describe('E-mails that this offer may still be sent by'),
});
