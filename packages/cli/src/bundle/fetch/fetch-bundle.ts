import { EslabonError } from '@eslabon/core';
import { agentAddress } from '../agent/agent-address.js';
import { connectAgent } from '../agent/connect-agent.js';
import { writeAtomically } from '../files/write-atomically.js';
import { printLines } from '../output/print-lines.js';
import type { Session } from '../program/session.js';
import type { FetchOptions } from './fetch-command.js';
import { fetched } from './fetch-sentences.js';

/** Every bundle starts with these bytes: "ESLB". */
const magic = [0x45, 0x53, 0x4c, 0x42];

/**
 * Fetches a bundle and writes it to `options.out`, whole or not at all.
 * @throws EslabonError as the agent answered; BUNDLE_MALFORMED when the answer is no bundle; FILE_UNWRITABLE.
 */
export async function fetchBundle(options: FetchOptions, { io, language }: Session): Promise<number> {
  const address = await agentAddress(io, options);
  const client = connectAgent(address);
  const bytes =
    options.block === undefined
      ? await client.getLatestBundle({})
      : await client.getBundleAt({ params: { block: options.block } });
  if (!magic.every((byte, i) => bytes[i] === byte)) {
    throw new EslabonError(
      'BUNDLE_MALFORMED',
      `${address.baseUrl} answered with something that is no bundle.`,
      {
        hints: ['Is this the address of an Eslabón agent?'],
      },
    );
  }
  await writeAtomically(io, options.out, bytes);
  printLines(io.stdout, [fetched[language](options.out, bytes.length)]);
  return 0;
}
