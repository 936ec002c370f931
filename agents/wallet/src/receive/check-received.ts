import type { LoadedBundle } from '@eslabon/bundle';
import {
  formatDidJwk,
  type ParsedCredential,
  parseSdJwt,
  parseSecured,
  publicKeyFromJwk,
} from '@eslabon/credentials';
import { verify } from '@eslabon/verifier';
import type { Desk } from '../session/desk.js';
import { asTrouble } from '../trouble/as-trouble.js';
import { TroubleError } from '../trouble/trouble-error.js';

export interface Received {
  token: string;
  certificate: ParsedCredential;
}

/**
 * Looks at a copy of a certificate before it is kept: it can be read, the holder that it names is the one who can prove
 * anything with it, and as far as the network's data say it is the issuer's.
 * @throws TroubleError CERTIFICATE_UNREADABLE, CERTIFICATE_NOT_OURS, CERTIFICATE_UNTRUSTED
 */
export async function checkReceived(
  { bundle, now }: Pick<Desk, 'bundle' | 'now'>,
  credential: unknown,
): Promise<Received> {
  const token = typeof credential === 'string' ? credential : '';
  const certificate = await asTrouble('CERTIFICATE_UNREADABLE', () => readCertificate(token));
  if (!isConfirmed(token, certificate)) {
    throw new TroubleError('CERTIFICATE_NOT_OURS', 'The certificate confirms another key than its holder’s.');
  }
  if (bundle !== undefined) requireGenuine(token, certificate, bundle, now());
  return { token, certificate };
}

/** @throws EslabonError CREDENTIAL_*, TroubleError CERTIFICATE_UNREADABLE */
export function readCertificate(token: string): ParsedCredential {
  const parsed = parseSecured(token);
  if (parsed.kind === 'credential' && (parsed.format === 'dc+sd-jwt' || parsed.format === 'vc+jwt'))
    return parsed;
  throw new TroubleError('CERTIFICATE_UNREADABLE', `A ${parsed.format} is not what this wallet keeps.`);
}

/** In an SD-JWT VC it is `cnf` that lets its holder prove anything. */
function isConfirmed(token: string, { format, subject }: ParsedCredential): boolean {
  if (format !== 'dc+sd-jwt') return true;
  const { cnf } = parseSdJwt(token).jws.payload as { cnf?: { jwk?: unknown } };
  return cnf?.jwk !== undefined && formatDidJwk(publicKeyFromJwk(cnf.jwk)) === subject.id;
}

function requireGenuine(token: string, certificate: ParsedCredential, bundle: LoadedBundle, at: Date): void {
  const policy = { as: certificate.claims.issuer.country };
  const { verdict, reasons } = verify({ presented: token, source: { bundle }, policy, at });
  if (verdict !== 'UNTRUSTED') return;
  throw new TroubleError(
    'CERTIFICATE_UNTRUSTED',
    reasons[0]?.sentence.en ?? 'The certificate is not genuine.',
  );
}
