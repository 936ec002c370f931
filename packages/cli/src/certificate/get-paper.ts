import { EslabonError } from '@eslabon/core';
import { agentAddress } from '../agent/agent-address.js';
import { connectAgent } from '../agent/connect-agent.js';
import { writeAtomically } from '../files/write-atomically.js';
import { printLines } from '../output/print-lines.js';
import type { Session } from '../program/session.js';
import { certificateSentences } from './certificate-sentences.js';
import { findCertificate } from './find-certificate.js';
import type { PaperOptions } from './paper-command.js';

/** Writes the printed form of a certificate. @throws EslabonError as the agent answered, or FILE_UNWRITABLE. */
export async function getPaper(
  id: string,
  options: PaperOptions,
  { io, language }: Session,
): Promise<number> {
  const address = await agentAddress(io, options);
  const client = connectAgent(address);
  const { id: certificate } = await findCertificate(client, id);
  const page = await client.getPaper({
    params: { id: certificate },
    query: { language: options.language },
  });
  if (new TextDecoder().decode(page.subarray(0, 5)) !== '%PDF-') {
    throw new EslabonError('FILE_UNREADABLE', `${address.baseUrl} answered with no PDF.`, {
      hints: ['Is this the address of an Eslabón agent?'],
    });
  }
  await writeAtomically(io, options.out, page);
  printLines(io.stdout, [certificateSentences[language].printed(options.out)]);
  return 0;
}
