import { describe, expect, it } from '@jest/globals';
import { decodeBytes32String } from 'ethers';
import type { AgentKey } from '../keys/agent-keys.js';
import { testAgentKeys } from '../testing/test-agent-keys.js';
import { attributeFor } from './attribute-for.js';

const [controller, p256, ed25519] = testAgentKeys('PE', 648540).list() as [AgentKey, AgentKey, AgentKey];

describe('attributeFor', () => {
  it.each([
    [p256, 'did/pub/P256/veriKey/hex'],
    [ed25519, 'did/pub/Ed25519/veriKey/hex'],
  ])('names the attribute of a key and carries its bytes (%#)', (key, name) => {
    const attribute = attributeFor(key);
    expect(attribute.name).toMatch(/^0x[0-9a-f]{64}$/);
    expect(decodeBytes32String(attribute.name)).toBe(name);
    expect(attribute.nameText).toBe(name);
    expect(attribute.value).toBe(`0x${key.publicKeyHex}`);
  });

  it.each([
    ['the controller, which needs none', controller],
    ['a point that is not on P-256', { ...p256, publicKeyHex: `02${'ff'.repeat(32)}` }],
    ['an uncompressed point', { ...p256, publicKeyHex: `04${'11'.repeat(64)}` }],
    ['a short Ed25519 key', { ...ed25519, publicKeyHex: ed25519.publicKeyHex.slice(2) }],
    ['hexadecimal with 0x', { ...ed25519, publicKeyHex: `0x${ed25519.publicKeyHex}` }],
    ['an odd number of digits', { ...ed25519, publicKeyHex: ed25519.publicKeyHex.slice(1) }],
    ['nothing', { ...ed25519, publicKeyHex: '' }],
  ])('refuses %s', (_what, key) => {
    expect(() => attributeFor(key)).toThrow(expect.objectContaining({ code: 'KEY_UNSUPPORTED' }));
  });
});
