import { EslabonError } from '@eslabon/core';
import { agentAddress } from '../agent/agent-address.js';
import { connectAgent } from '../agent/connect-agent.js';
import { writeAtomically } from '../files/write-atomically.js';
import { printLines } from '../output/print-lines.js';
import type { Session } from '../program/session.js';
import { certificateSentences } from './certificate-sentences.js';
import type { CredentialOptions } from './credential-command.js';
import { findCertificate } from './find-certificate.js';

/** Writes the credential of a certificate. @throws EslabonError as the agent answered, or FILE_UNWRITABLE. */
export async function getCredential(
  id: string,
  options: CredentialOptions,
  { io, language }: Session,
): Promise<number> {
  const address = await agentAddress(io, options);
  const client = connectAgent(address);
  const { id: certificate } = await findCertificate(client, id);
  const bytes = await client.getCredential({
    params: { id: certificate },
    query: { format: options.format },
  });
  const token = new TextDecoder().decode(bytes).trim();
  // Also keeps a web page, with whatever it would do to a terminal, off the screen.
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) {
    throw new EslabonError('CREDENTIAL_MALFORMED', `${address.baseUrl} answered with no compact JWT.`, {
      hints: ['Is this the address of an Eslabón agent?'],
    });
  }
  if (options.out === '-') {
    io.stdout.write(`${token}\n`);
  } else {
    await writeAtomically(io, options.out, new TextEncoder().encode(`${token}\n`));
    printLines(io.stdout, [certificateSentences[language].written(options.out)]);
  }
  return 0;
}
