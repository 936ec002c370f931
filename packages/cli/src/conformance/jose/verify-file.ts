import { EslabonError } from '@eslabon/core';
import { joseKeyFromJwk, openSecured } from '@eslabon/credentials';
import type { Session } from '../../program/session.js';
import { readInput } from '../read-input.js';
import { features } from './features.js';
import type { JoseOptions } from './jose-command.js';
import { outcomeOf } from './outcome-of.js';
import { readVerificationMethod } from './read-verification-method.js';

/**
 * Verifies the token in a file with the one key that is given, whatever the token calls it.
 * @returns the exit code: 0 success, 1 any other result.
 * @throws EslabonError when it could not run: files and options.
 */
export async function verifyFile(options: JoseOptions, session: Session): Promise<number> {
  const { io } = session;
  const { mediaType, kind } = features[options.feature];
  const input = await readInput(io, options.input, 'input file');
  const { publicKeyJwk } = await readVerificationMethod(io, options.key);
  return outcomeOf(session, options.output, async () => {
    const key = joseKeyFromJwk(publicKeyJwk);
    const text = new TextDecoder().decode(input).trim();
    const opened = await openSecured(text, { mediaType, keyFor: () => key });
    if (opened.kind !== kind) {
      throw new EslabonError(
        'CREDENTIAL_FORMAT_UNSUPPORTED',
        `The token holds a ${opened.kind}, not a ${kind}.`,
      );
    }
    return JSON.stringify(opened.document);
  });
}
