import { describe, expect, it } from '@jest/globals';
import { testAgentKeys } from '../testing/test-agent-keys.js';
import { AuthorityDidStore } from './authority-did-store.js';

const keys = testAgentKeys('PE', 648540);
const store = new AuthorityDidStore(keys.did, keys);

describe('AuthorityDidStore', () => {
  it('knows the authority, with its controller key and the provider of its chain', async () => {
    expect(await store.getDID({ did: keys.did })).toMatchObject({
      did: keys.did,
      provider: 'did:ethr:0x9e55c',
      controllerKeyId: 'PE/controller',
      keys: [{ kid: 'PE/controller' }, { kid: 'PE/p256' }, { kid: 'PE/ed25519' }],
    });
    expect(await store.listDIDs({})).toHaveLength(1);
    expect(await store.listDIDs({ provider: 'did:ethr:0x9e55c' })).toHaveLength(1);
    expect(await store.listDIDs({ provider: 'did:ethr:0x1' })).toEqual([]);
    expect(await store.listDIDs({ alias: 'PE' })).toEqual([]);
  });

  it('knows nobody else', async () => {
    const other = testAgentKeys('CL', 648540).did;
    await expect(store.getDID({ did: other })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining(other),
    });
    await expect(store.getDID({ alias: 'PE' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is read-only', async () => {
    await expect(store.importDID()).rejects.toMatchObject({ code: 'KEY_OPERATION_REFUSED' });
    await expect(store.deleteDID()).rejects.toMatchObject({ code: 'KEY_OPERATION_REFUSED' });
  });

  it('says that a controller key is missing', async () => {
    const without = new AuthorityDidStore(keys.did, { ...keys, list: () => keys.list().slice(1) });
    await expect(without.getDID({ did: keys.did })).rejects.toMatchObject({ code: 'KEY_NOT_FOUND' });
  });
});
