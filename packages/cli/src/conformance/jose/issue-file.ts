import { randomBytes } from 'node:crypto';
import { EslabonError } from '@eslabon/core';
import { localSigner, parseStrictJsonBytes, secureDocument } from '@eslabon/credentials';
import type { Session } from '../../program/session.js';
import { readInput } from '../read-input.js';
import { features } from './features.js';
import type { JoseOptions } from './jose-command.js';
import { outcomeOf } from './outcome-of.js';
import { parsePaths } from './parse-paths.js';
import { readVerificationMethod } from './read-verification-method.js';

/**
 * Secures the document in a file.
 * @returns the exit code: 0 success, 1 any other result.
 * @throws EslabonError when it could not run: files and options.
 */
export async function issueFile(options: JoseOptions, session: Session): Promise<number> {
  const { io } = session;
  const { mediaType } = features[options.feature];
  const disclosable = options.sd === undefined ? [] : parsePaths(options.sd);
  const selective = mediaType.endsWith('+sd-jwt') ? { disclosable, random: randomBytes } : undefined;
  if (selective === undefined && options.sd !== undefined) {
    throw new EslabonError('INPUT_INVALID', `--sd goes with SD-JWT, not with ${options.feature}.`);
  }
  const input = await readInput(io, options.input, 'input file');
  const { id, secretKeyJwk } = await readVerificationMethod(io, options.key);
  return outcomeOf(session, options.output, async () => {
    const { publicKey, sign } = localSigner(secretKeyJwk);
    const document = Object(parseStrictJsonBytes(input, 'document'));
    return secureDocument(document, {
      mediaType,
      signer: { algorithm: publicKey.algorithm, kid: id, sign },
      ...(selective !== undefined && { selective }),
    });
  });
}
