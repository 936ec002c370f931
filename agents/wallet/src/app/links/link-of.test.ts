import { describe, expect, it } from '@jest/globals';
import { linkOf } from './link-of.js';

const app = 'https://aduana.example/wallet/';
const offer = 'openid-credential-offer://?credential_offer_uri=https%3A%2F%2Faduana.example%2Fo%2F1';
const request = 'openid4vp://authorize?client_id=x&request_uri=https%3A%2F%2Fmx.example%2Fr%2F1';

describe('linkOf', () => {
  it.each([
    [offer, 'offer'],
    ['haip-vci://?credential_offer=%7B%7D', 'offer'],
    [`${app}?credential_offer_uri=https%3A%2F%2Faduana.example`, 'offer'],
    [`${app}#offer=${encodeURIComponent(offer)}`, 'offer'],
    [request, 'request'],
    ['haip-vp://?client_id=x&request=eyJ.e30.AA', 'request'],
    // Nobody signed it; the session says so better than “unknown”.
    ['openid4vp://authorize?client_id=x&nonce=1', 'request'],
    [`${app}#request=${encodeURIComponent(request)}`, 'request'],
    [`${app}#delegation=eyJhbGciOiJFUzI1NiJ9.e30.AA`, 'delegation'],
    [`${app}#delegate=did:jwk:eyJ&name=Rosa`, 'delegate'],
    [`  ${offer}\n`, 'offer'],
  ] as const)('%s asks for %s', (text, kind) => {
    expect(linkOf(text)).toEqual({ kind, text: text.trim() });
  });

  it('takes a link into the wallet by its own kind, whatever stands within', () => {
    expect(linkOf(`${app}#delegate=did:jwk:e&name=x#offer=1`)?.kind).toBe('delegate');
    expect(linkOf(`${app}?request_uri=x#offer=1`)?.kind).toBe('offer');
  });

  it.each([
    '',
    'AEO1:ABC',
    'https://aduana.example/',
    `${app}#/receive`,
    `${app}#offer=`,
    `${app}#offers=1`,
    'eyJhbGciOiJFUzI1NiJ9.e30.AA',
  ])('“%s” asks nothing', (text) => {
    expect(linkOf(text)).toBeUndefined();
  });
});
