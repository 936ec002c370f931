import { TroubleError } from '../trouble/trouble-error.js';
import { randomBytes, sha256, utf8 } from './bytes.js';

/** Crockford's base 32: no letter that is taken for a digit or for another one. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 26 characters of five bits: 130 bits, so many that nobody guesses and no stretching is needed. */
const secretLength = 26;
const checkLength = 2;

/** A new recovery code: seven groups of four characters, the last two of them a check sum. */
export async function createRecoveryCode(): Promise<string> {
  const secret = Array.from(randomBytes(secretLength), (byte) => alphabet.charAt(byte & 31)).join('');
  const code = secret + (await checkOf(secret));
  return (code.match(/.{4}/g) ?? []).join('-');
}

/**
 * The secret of a recovery code as somebody typed it: spaces, hyphens and case say nothing, O is 0, I and L are 1.
 * @throws TroubleError RECOVERY_CODE_MISTYPED when it has another length, another character, or the check sum is wrong
 */
export async function readRecoveryCode(text: string): Promise<string> {
  const code = text
    .slice(0, 200)
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const secret = code.slice(0, secretLength);
  const isCode = code.length === secretLength + checkLength && [...code].every((c) => alphabet.includes(c));
  if (isCode && code.slice(secretLength) === (await checkOf(secret))) return secret;
  throw new TroubleError(
    'RECOVERY_CODE_MISTYPED',
    'This is not a recovery code: a character is wrong or missing.',
  );
}

async function checkOf(secret: string): Promise<string> {
  const [high = 0, low = 0] = await sha256(utf8(`eslabon recovery code ${secret}`));
  return alphabet.charAt(high & 31) + alphabet.charAt(low & 31);
}
