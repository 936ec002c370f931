import { z } from 'zod';

/** Ports that mail is submitted at (RFC 8314 §3, RFC 6409 §3.1). */
const ports = { tls: 465, starttls: 587, none: 25 } as const;

const loopback = ['127.0.0.1', '::1', 'localhost'];

/** The server that takes e-mail with offers; none is sent unless it is there. The password is no part of a file. */
export const smtpSchema = z
  .strictObject({
    host: z.string().min(1).max(255),
    port: z.int().min(1).max(65_535).optional(),
    /** tls: from the first byte on; starttls: demanded before anything is said; none: on the machine itself alone. */
    secure: z.enum(['tls', 'starttls', 'none']).default('starttls'),
    /** PEM file of the authority that signed the server's certificate, where the system does not know it. */
    caFile: z.string().min(1).optional(),
    user: z.string().min(1).max(256).optional(),
    password: z.string().min(1).max(1024).optional(),
    /** Address that the mail is from; its name is that of the authority. */
    from: z.email().max(254),
  })
  .superRefine(({ host, secure, user, password }, context) => {
    if (secure === 'none' && !loopback.includes(host)) {
      const message = 'may be none on the machine itself alone: offers are secret';
      context.addIssue({ code: 'custom', message, path: ['secure'] });
    }
    if ((user === undefined) !== (password === undefined)) {
      const message = 'is given without the other: user and password (ESLABON_SMTP_PASSWORD) go together';
      context.addIssue({ code: 'custom', message, path: [user === undefined ? 'password' : 'user'] });
    }
  })
  .transform((smtp) => ({ ...smtp, port: smtp.port ?? ports[smtp.secure] }));
