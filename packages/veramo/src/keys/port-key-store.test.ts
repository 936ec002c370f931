import { describe, expect, it } from '@jest/globals';
import { testAgentKeys } from '../testing/test-agent-keys.js';
import { PortKeyStore } from './port-key-store.js';

const store = new PortKeyStore(testAgentKeys('PE', 648540));

describe('PortKeyStore', () => {
  it('describes the keys of the port', async () => {
    expect(await store.getKey({ kid: 'PE/ed25519' })).toMatchObject({
      type: 'Ed25519',
      kms: 'agent',
      meta: { algorithms: ['EdDSA'] },
    });
    expect((await store.listKeys()).map(({ kid }) => kid)).toEqual([
      'PE/controller',
      'PE/p256',
      'PE/ed25519',
    ]);
    await expect(store.getKey({ kid: 'nobody' })).rejects.toMatchObject({ code: 'KEY_NOT_FOUND' });
  });

  it('is read-only', async () => {
    await expect(store.importKey()).rejects.toMatchObject({ code: 'KEY_OPERATION_REFUSED' });
    await expect(store.deleteKey()).rejects.toMatchObject({ code: 'KEY_OPERATION_REFUSED' });
  });
});
