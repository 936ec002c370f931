import { agentAddress } from '../agent/agent-address.js';
import { connectAgent } from '../agent/connect-agent.js';
import { printJson } from '../output/print-json.js';
import { printLines } from '../output/print-lines.js';
import type { Session } from '../program/session.js';
import { findCertificate } from './find-certificate.js';
import type { GetOptions } from './get-command.js';

/** Prints the history of a certificate. @throws EslabonError as the agent answered. */
export async function getHistory(id: string, options: GetOptions, { io }: Session): Promise<number> {
  const client = connectAgent(await agentAddress(io, options));
  const certificate = await findCertificate(client, id);
  const { items } = await client.getCertificateHistory({ params: { id: certificate.id } });
  if (options.json === true) printJson(io, { items });
  else printLines(io.stdout, items.map(describeEntry));
  return 0;
}

function describeEntry(entry: { at: string; event: string; actor: string; data: Record<string, unknown> }) {
  const data = Object.entries(entry.data).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return [entry.at, entry.event, entry.actor, data.join(' ')].join('  ').trimEnd();
}
