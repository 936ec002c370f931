import { readFileSync } from 'node:fs';
import { EslabonError } from '@eslabon/core';
import { createTransport } from 'nodemailer';
import type { AgentConfig } from '../platform/config/agent-config.js';

interface Mail {
  /** One address, checked by its caller's schema. */
  to: string;
  subject: string;
  text: string;
}

export interface Mailer {
  /**
   * Hands one mail to the server.
   * @throws EslabonError MAIL_REFUSED when the server will not have it, MAIL_UNAVAILABLE when it cannot be reached or used
   */
  send(mail: Mail): Promise<void>;
}

const second = 1000;

/** `undefined` where no server is configured. @throws EslabonError CONFIG_INVALID when `caFile` cannot be read */
export function createMailer({ smtp, name }: Pick<AgentConfig, 'smtp' | 'name'>): Mailer | undefined {
  if (smtp === undefined) return undefined;
  const { host, port, secure, user, password, caFile, from } = smtp;
  const transport = createTransport({
    ...{
      host,
      port,
      secure: secure === 'tls',
      requireTLS: secure === 'starttls',
      ignoreTLS: secure === 'none',
    },
    ...(user !== undefined && password !== undefined && { auth: { user, pass: password } }),
    tls: { minVersion: 'TLSv1.2', ...(caFile !== undefined && { ca: readAuthority(caFile) }) },
    ...{ connectionTimeout: 10 * second, greetingTimeout: 10 * second, socketTimeout: 15 * second },
    // Contents are texts; nothing in a mail may name a file or an address to get them from.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return {
    async send({ to, subject, text }) {
      try {
        await transport.sendMail({
          from: { name, address: from },
          to: { name: '', address: to },
          envelope: { from, to: [to] },
          ...{ subject, text },
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (cause) {
        throw mailError(cause, to, `${host}:${port}`);
      }
    },
  };
}

/** An address or message that the server refuses for good is another thing than a server that cannot be used now. */
function mailError(cause: unknown, to: string, server: string): EslabonError {
  const { code = 'unknown', responseCode = 0 } = cause as { code?: string; responseCode?: number };
  if (responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')) {
    return new EslabonError('MAIL_REFUSED', `The mail server refuses the mail to ${to} (${responseCode}).`, {
      hints: ['Check the address with the company, or give it the link by another way.'],
      cause,
    });
  }
  return new EslabonError('MAIL_UNAVAILABLE', `The mail server ${server} cannot be used now (${code}).`, {
    hints: ['Nothing is lost: send it again later, or give the company the link by another way.'],
    cause,
  });
}

function readAuthority(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new EslabonError('CONFIG_INVALID', `The file “${file}” of smtp.caFile cannot be read.`, { cause });
  }
}
