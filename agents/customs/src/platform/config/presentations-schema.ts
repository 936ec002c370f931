import { z } from 'zod';

/** How companies are asked to present their certificates (OpenID4VP); nobody can be unless it is there. */
export const presentationsSchema = z.strictObject({
  /** Minutes for which a request can be answered. */
  sessionMinutes: z.int().min(1).max(60).default(10),
  /** Days for which an answered request is kept, with what was presented and the verdict on it. */
  keepDays: z.int().min(1).max(3650).default(365),
  /** Event streams that may be open at once. */
  maxListeners: z.int().min(1).max(10_000).default(200),
  /** Lets requests name this authority by the DNS name of `publicUrl`, and be signed by a certificate for it. */
  x509: z
    .strictObject({
      /** PEM file: the certificate, and the intermediate ones that lead from it to its root. */
      certificateFile: z.string().min(1),
      /** PEM file: the private key of the certificate, P-256. */
      keyFile: z.string().min(1),
    })
    .optional(),
});
