import { join, resolve } from 'node:path';
import { EslabonError } from '@eslabon/core';
import { findUpwards } from '../files/find-upwards.js';
import type { Io } from '../io/io.js';

const name = join('.eslabon', 'trust.json');

/**
 * Path of the trust anchor: the option, else ESLABON_TRUST, else `.eslabon/trust.json` in the current folder or
 * the nearest parent that has one, else in the home folder.
 * @throws EslabonError TRUST_NOT_FOUND when there is none.
 */
export async function findTrust(io: Io, option: string | undefined): Promise<string> {
  const given = option ?? (io.env.ESLABON_TRUST || undefined);
  if (given !== undefined) return resolve(io.cwd, given);
  const found = await findUpwards(io, name);
  if (found !== undefined) return found;
  throw new EslabonError(
    'TRUST_NOT_FOUND',
    `No trust anchor: ${name} was not found from “${io.cwd}” upwards.`,
    {
      hints: [
        'The trust anchor names the contracts, their code and the authorities whose word about a block counts. ' +
          'Get it from your own administration, and give it with --trust FILE or ESLABON_TRUST.',
        `The demo network writes one to ${name} in the repository: run the command in that folder.`,
      ],
    },
  );
}
