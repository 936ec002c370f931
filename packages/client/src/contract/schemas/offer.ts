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

export const offerStateSchema = z
  .enum(['open', 'taken', 'blocked', 'expired', 'withdrawn', 'ended'])
  .describe(
    'open: can be taken up; taken: a wallet took it up; blocked: too many wrong transaction codes; expired: nobody took ' +
      'it up in time; withdrawn: an officer took it back; ended: taken up, and no token of it is good any more',
  );

/** An offer as officers see it later: without its links and its transaction code, of which the agent keeps hashes alone. */
export const offerViewSchema = z.object({
  id: z.uuid(),
  state: offerStateSchema,
  createdBy: z.string(),
  createdAt: instantSchema,
  expiresAt: instantSchema.describe('Until when it can be taken up'),
  attemptsLeft: z.int().describe('Wrong transaction codes that are still allowed'),
  mails: z.int().describe('E-mails that it was sent by'),
  takenAt: instantSchema
    .nullable()
    .describe('When a wallet asked for its first copy; null as long as none has one'),
  copies: z.int().describe('Copies that wallets got for it, each for a key of its own'),
});

export type OfferView = z.infer<typeof offerViewSchema>;

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
