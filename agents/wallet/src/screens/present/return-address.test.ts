import { describe, expect, it } from '@jest/globals';
import { returnAddress } from './return-address.js';

describe('returnAddress', () => {
  it.each(['https://aduana.example/thanks?code=1', 'http://127.0.0.1:4000/'])('may lead to %s', (address) => {
    expect(returnAddress(address)?.href).toBe(address);
  });

  it.each([
    undefined,
    '',
    'nowhere',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:https://aduana.example/1',
    'intent://x',
    'openid4vp://authorize',
    'file:///etc/passwd',
  ])('never leads to %s', (address) => {
    expect(returnAddress(address)).toBeUndefined();
  });
});
