import { EslabonError, type Hex, lowerHex } from '@eslabon/core';
import { readLimited } from '../../files/read-limited.js';
import type { Io } from '../../io/io.js';

const maxBytes = 1024;

/**
 * The private key of the account that deploys, from a file or ESLABON_DEPLOYER_KEY: 32 bytes of hexadecimal. No option
 * takes the key itself, it would show in the list of processes.
 * @throws EslabonError CONFIG_INVALID, FILE_UNREADABLE; what was given is never repeated
 */
export async function readDeployerKey(io: Io, keyFile: string | undefined): Promise<Hex> {
  const text =
    keyFile === undefined
      ? io.env.ESLABON_DEPLOYER_KEY
      : new TextDecoder().decode(await readLimited(io, keyFile, { maxBytes, what: 'key file' }));
  if (text === undefined || text.trim() === '') {
    throw new EslabonError('CONFIG_INVALID', 'No key was given to deploy with.', {
      hints: ['Give --key-file FILE, or set ESLABON_DEPLOYER_KEY. “openssl rand -hex 32” makes one.'],
    });
  }
  const digits = text.trim().replace(/^0x/, '');
  if (!/^[0-9a-fA-F]{64}$/.test(digits) || /^0+$/.test(digits)) {
    throw new EslabonError('CONFIG_INVALID', 'The key to deploy with is not a private key.', {
      hints: ['It is 32 bytes in hexadecimal, with or without 0x.'],
    });
  }
  return lowerHex(`0x${digits}`);
}
