import { simpleParser } from 'mailparser';
import type { ReceivedMail } from './start-mail-server.js';

/** Subject and text of an e-mail, as a reader shows them. */
export async function readMail({ source }: ReceivedMail): Promise<{ subject: string; text: string }> {
  const { subject = '', text = '' } = await simpleParser(source);
  return { subject, text };
}
