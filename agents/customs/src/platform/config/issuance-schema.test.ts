import { describe, expect, it } from '@jest/globals';
import { isIssuerAddress, issuanceSchema } from './issuance-schema.js';

describe('isIssuerAddress', () => {
  it.each([
    'https://aduana.example',
    'https://aduana.example:8443',
    'http://127.0.0.1:4101',
    'http://localhost:1',
  ])('%s is one', (url) => expect(isIssuerAddress(url)).toBe(true));

  it.each([
    undefined,
    'http://aduana.example',
    'https://aduana.example/',
    'https://aduana.example/oea',
    'https://aduana.example?x',
    'https://u:p@aduana.example',
    'aduana.example',
  ])('%s is none', (url) => expect(isIssuerAddress(url)).toBe(false));
});

describe('issuanceSchema', () => {
  it('has a default for everything, and takes no member that it does not know', () => {
    expect(issuanceSchema.parse({})).toMatchObject({ txCodeAttempts: 5, offerMinutes: 60, dpop: 'optional' });
    expect(issuanceSchema.safeParse({ txCode: false }).success).toBe(false);
    expect(issuanceSchema.safeParse({ configurations: [] }).success).toBe(false);
    expect(issuanceSchema.safeParse({ configurations: ['mdoc'] }).success).toBe(false);
  });
});
