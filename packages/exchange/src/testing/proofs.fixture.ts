import { localSigner } from '@eslabon/credentials';

/** The P-256 key of RFC 7517 appendix A.2. */
export const holderJwk = {
  kty: 'EC',
  crv: 'P-256',
  x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
  y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
  d: '870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE',
};

/** A JWT by that key. */
export async function signProof(header: object, claims: object): Promise<string> {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const input = `${encode(header)}.${encode(claims)}`;
  const signature = await localSigner(holderJwk).sign(Buffer.from(input));
  return `${input}.${Buffer.from(signature).toString('base64url')}`;
}
