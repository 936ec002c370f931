import { agentAddress } from '../agent/agent-address.js';
import { connectAgent } from '../agent/connect-agent.js';
import { printJson } from '../output/print-json.js';
import { printLines } from '../output/print-lines.js';
import type { Session } from '../program/session.js';
import { describeCertificate } from './describe-certificate.js';
import { findCertificate } from './find-certificate.js';
import type { GetOptions } from './get-command.js';

/** Prints one certificate. @throws EslabonError as the agent answered. */
export async function getCertificate(
  id: string,
  options: GetOptions,
  { io, language }: Session,
): Promise<number> {
  const view = await findCertificate(connectAgent(await agentAddress(io, options)), id);
  if (options.json === true) printJson(io, view);
  else printLines(io.stdout, describeCertificate(view, language));
  return 0;
}
