import { credentialConfigurationIds } from '@eslabon/exchange';
import { z } from 'zod';

/** How companies get their certificates into wallets (OpenID4VCI); nobody can unless it is there. */
export const issuanceSchema = z.strictObject({
  /** Forms in which a certificate is offered. */
  configurations: z
    .array(z.enum(credentialConfigurationIds))
    .min(1)
    .max(credentialConfigurationIds.length)
    .default([...credentialConfigurationIds]),
  /** Minutes for which an offer can be taken up. */
  offerMinutes: z.int().min(1).max(1440).default(60),
  /** Digits of the transaction code. */
  txCodeLength: z.int().min(4).max(12).default(6),
  /** Wrong transaction codes after which an offer is void. */
  txCodeAttempts: z.int().min(1).max(20).default(5),
  /** Seconds for which an access token is good. */
  tokenSeconds: z.int().min(30).max(3600).default(300),
  /** Most copies of a certificate at a time, each for a key of its own; 1: no more than one. */
  batchSize: z.int().min(1).max(50).default(10),
  /** Days for which a wallet may fetch the certificate anew, after it did the last time; 0: only once. */
  refreshDays: z.int().min(0).max(3650).default(400),
  /** Most times within a day that a wallet may fetch a certificate anew. */
  refreshesPerDay: z.int().min(1).max(1000).default(24),
  /** Seconds for which a nonce, and whatever a wallet proves with a key, is good. */
  nonceSeconds: z.int().min(10).max(3600).default(300),
  /** Whether access tokens have to be bound to a key of the wallet (RFC 9449). */
  dpop: z.enum(['optional', 'required']).default('optional'),
  /** Seconds after which a wallet may ask again for a credential that has to wait. */
  deferredSeconds: z.int().min(1).max(3600).default(30),
  /** Lets SD-JWT VCs carry the certificates of the key that signs them (`x5c`), for wallets and verifiers without DIDs. */
  x509: z
    .strictObject({
      /** PEM file: the certificate of the key, and the intermediate ones that lead from it to its root. */
      certificateFile: z.string().min(1),
    })
    .optional(),
});

/** An origin over https; over http too where it never leaves the machine. */
export function isIssuerAddress(url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url) || new URL(url).origin !== url) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}
