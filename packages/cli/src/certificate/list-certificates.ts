import { agentAddress } from '../agent/agent-address.js';
import { connectAgent } from '../agent/connect-agent.js';
import { formatTable } from '../output/format-table.js';
import { printJson } from '../output/print-json.js';
import type { Session } from '../program/session.js';
import { certificateSentences } from './certificate-sentences.js';
import type { ListOptions } from './list-command.js';

/** Prints one page of certificates. @throws EslabonError as the agent answered. */
export async function listCertificates(options: ListOptions, { io, language }: Session): Promise<number> {
  const { state, status, type, number, tin, name, limit, cursor } = options;
  const client = connectAgent(await agentAddress(io, options));
  const page = await client.listCertificates({
    query: { state, status, certificateType: type, certificateNumber: number, tin, name, limit, cursor },
  });
  if (options.json === true) {
    printJson(io, page);
    return 0;
  }
  const say = certificateSentences[language];
  const rows = page.items.map((item) => [
    item.certificate.certificateNumber,
    item.status ?? item.state,
    item.certificate.certificateType,
    item.certificate.tin,
    item.certificate.validUntil ?? '–',
    item.certificate.legalName,
  ]);
  const width = io.stdout.isTTY ? io.stdout.columns : undefined;
  for (const line of formatTable(say.columns, rows, width)) io.stdout.write(`${line}\n`);
  if (page.items.length === 0) io.stderr.write(`${say.nothing}\n`);
  if (page.next !== undefined) io.stderr.write(`${say.next} --cursor ${page.next}\n`);
  return 0;
}
