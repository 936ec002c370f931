/**
 * ethers must be loaded once, as CommonJS where CommonJS asks for it: no `import` condition on `require`.
 * @jest-environment-options {"customExportConditions": ["source", "node"]}
 */
import type { AeoCredential, Did } from '@eslabon/core';
import { base64urlDecode, parseSecured, verifySignature } from '@eslabon/credentials';
import type { Anvil } from '@eslabon/testkit';
import { startAnvil } from '@eslabon/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAgent } from '@veramo/core';
import { attributeFor, publicKeyOf } from '../index.js';
import { AeoCredentialIssuer } from '../issuing/aeo-credential-issuer.js';
import type { AgentKey } from '../keys/agent-keys.js';
import type { TestDidRegistry } from '../testing/index.js';
import { deployDidRegistry, testAgentKeys, testCredential } from '../testing/index.js';
import type { Kernel, KernelOptions } from './create-kernel.js';
import { createKernel } from './create-kernel.js';

const chainId = 648540;
const keys = testAgentKeys('PE', chainId);
const { did } = keys;
const [controller, p256, ed25519] = keys.list() as [AgentKey, AgentKey, AgentKey];
const issuedAt = 1_790_000_000;
const contract = `0x${'c5'.repeat(20)}` as const;

let anvil: Anvil;
let registry: TestDidRegistry;
let options: KernelOptions;
let kernel: Kernel;
let credential: AeoCredential;

beforeAll(async () => {
  anvil = await startAnvil({ chainId });
  registry = await deployDidRegistry(anvil.rpcUrl, chainId);
  await registry.setAttribute(keys.privateKey, attributeFor(p256));
  await registry.setAttribute(keys.privateKey, attributeFor(ed25519));
  options = { did, keys, chain: { rpcUrl: anvil.rpcUrl, chainId, didRegistry: registry.address } };
  kernel = createKernel(options);
  credential = deepFreeze(testCredential({ did, contract, index: 300 }));
});

afterAll(() => anvil.stop());

describe('createKernel resolves the authority', () => {
  it('with its published keys under the fragments of their order', async () => {
    const { didDocument, didResolutionMetadata } = await kernel.resolveDid({ didUrl: did });
    expect(didResolutionMetadata.error).toBeUndefined();
    expect(didDocument?.verificationMethod).toMatchObject([
      { id: `${did}#controller`, blockchainAccountId: expect.stringMatching(/^eip155:648540:0x/) },
      { id: `${did}#delegate-1`, type: 'P256', publicKeyHex: p256.publicKeyHex },
      { id: `${did}#delegate-2`, type: 'Ed25519VerificationKey2018', publicKeyHex: ed25519.publicKeyHex },
    ]);
    expect(didDocument?.assertionMethod).toEqual(keys.list().map(({ fragment }) => `${did}#${fragment}`));
  });

  it('again at every call, so that a key published later is seen', async () => {
    const other = testAgentKeys('CL', chainId);
    const keyCount = async () =>
      (await kernel.resolveDid({ didUrl: other.did })).didDocument?.verificationMethod?.length;
    expect(await keyCount()).toBe(1);
    await registry.setAttribute(other.privateKey, attributeFor(other.list()[1] as AgentKey));
    expect(await keyCount()).toBe(2);
  });

  it('and answers an error, without waiting for ever, when the node is away', async () => {
    const gone = await startAnvil({ chainId });
    await gone.stop();
    const cutOff = createKernel({ ...options, chain: { ...options.chain, rpcUrl: gone.rpcUrl } });
    const { didDocument, didResolutionMetadata } = await cutOff.resolveDid({ didUrl: did });
    expect(didDocument).toBeNull();
    expect(didResolutionMetadata.error).toBeDefined();
  });

  it('on the chain of its DID only', async () => {
    expect(() => createKernel({ ...options, chain: { ...options.chain, chainId: 1 } })).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID' }),
    );
    const elsewhere = did.replace(':0x9e55c:', ':0x1:');
    expect((await kernel.resolveDid({ didUrl: elsewhere })).didDocument).toBeNull();
  });
});

describe('createKernel manages one identifier', () => {
  it('named by the hexadecimal chain id', async () => {
    expect(await kernel.didManagerGetProviders()).toEqual(['did:ethr:0x9e55c']);
    expect(await kernel.didManagerFind({})).toMatchObject([{ did, controllerKeyId: controller.kid }]);
  });

  it('and signs with its keys through the port', async () => {
    const data = 'e30.e30';
    const signature = await kernel.keyManagerSign({ keyRef: p256.kid, algorithm: 'ES256', data });
    expect(
      verifySignature(publicKeyOf(p256), new TextEncoder().encode(data), base64urlDecode(signature)),
    ).toBe(true);
  });

  it('and lets no method through that judges credentials or changes keys and identifiers', () => {
    expect(kernel.availableMethods().sort()).toEqual([
      'aeoCreateVc11Jwt',
      'aeoCreateVcJwt',
      'createVerifiableCredential',
      'didManagerFind',
      'didManagerGet',
      'didManagerGetProviders',
      'getDIDComponentById',
      'keyManagerGet',
      'keyManagerGetKeyManagementSystems',
      'keyManagerSign',
      'resolveDid',
    ]);
  });

  it.each(['verifyCredential', 'verifyPresentation', 'keyManagerImport', 'didManagerAddKey'])(
    'and has no back door to %s',
    async (method) => {
      await expect(kernel.execute(method, { credential: 'e30.e30.e30' })).rejects.toThrow('not available');
    },
  );
});

describe('aeoCreateVcJwt', () => {
  it.each([controller, p256, ed25519])('issues VCDM 2.0 by the key $fragment', async (key) => {
    const jwt = await kernel.aeoCreateVcJwt({ credential, kid: key.kid, issuedAt });
    const parsed = parseSecured(jwt);
    if (parsed.kind !== 'credential') throw new Error('not a credential');
    expect(parsed).toMatchObject({ format: 'vc+jwt', kid: `${did}#${key.fragment}`, issuedAt, issuer: did });
    expect(parsed.claims).toEqual(credential);
    expect(verifySignature(publicKeyOf(key), parsed.signingInput, parsed.signature)).toBe(true);
  });

  it('refuses a key that the agent does not have', async () => {
    const issuing = kernel.aeoCreateVcJwt({ credential, kid: `${did}#delegate-9`, issuedAt });
    await expect(issuing).rejects.toMatchObject({ code: 'KEY_NOT_FOUND' });
  });
});

describe('aeoCreateVc11Jwt', () => {
  it('issues VCDM 1.1 that our own parser reads back, and leaves its input as it was', async () => {
    const jwt = await kernel.aeoCreateVc11Jwt({ credential, issuedAt });
    const parsed = parseSecured(jwt);
    if (parsed.kind !== 'credential') throw new Error('not a credential');
    expect(parsed).toMatchObject({
      format: 'vc1-jwt',
      algorithm: 'ES256K',
      kid: `${did}#controller`,
      issuedAt,
      issuer: did,
      validFrom: '2026-01-01T05:00:00.000Z',
      validUntil: '2031-01-01T04:59:59.000Z',
      subject: credential.credentialSubject,
      status: credential.credentialStatus,
    });
    expect(parsed.claims.credentialSchema).toEqual(credential.credentialSchema);
    expect(parsed.claims.issuer).toEqual(credential.issuer);
    expect(verifySignature(publicKeyOf(controller), parsed.signingInput, parsed.signature)).toBe(true);
  });

  it('names a holder who has a DID', async () => {
    const held = structuredClone(credential);
    held.credentialSubject.id = 'did:example:exporter';
    const parsed = parseSecured(await kernel.aeoCreateVc11Jwt({ credential: held, issuedAt }));
    expect(parsed).toMatchObject({ subject: held.credentialSubject });
  });
});

describe('the issuer plug-in', () => {
  const other: Did = testAgentKeys('CL', chainId).did;

  it('signs nothing in the name of another authority', async () => {
    const foreign = testCredential({ did: other, contract });
    for (const issuing of [
      kernel.aeoCreateVcJwt({ credential: foreign, kid: p256.kid, issuedAt }),
      kernel.aeoCreateVc11Jwt({ credential: foreign, issuedAt }),
    ]) {
      await expect(issuing).rejects.toMatchObject({ code: 'CREDENTIAL_MALFORMED' });
    }
  });

  it('signs nothing that is not a complete AEO credential', async () => {
    const extra = { ...credential, evidence: [] } as AeoCredential;
    for (const issuing of [
      kernel.aeoCreateVcJwt({ credential: extra, kid: p256.kid, issuedAt }),
      kernel.aeoCreateVc11Jwt({ credential: extra, issuedAt }),
    ]) {
      await expect(issuing).rejects.toMatchObject({ code: 'CREDENTIAL_SCHEMA' });
    }
  });

  it('describes its methods so that Veramo can check arguments and answers', async () => {
    const plugin = new AeoCredentialIssuer({ did, keys });
    expect(Object.keys(plugin.schema.components.methods)).toEqual(Object.keys(plugin.methods));
    const strict = createAgent<Pick<Kernel, 'aeoCreateVcJwt'>>({ schemaValidation: true, plugins: [plugin] });
    const jwt = await strict.aeoCreateVcJwt({ credential, kid: ed25519.kid, issuedAt });
    expect(jwt.split('.')).toHaveLength(3);
    const untimed = { credential, kid: ed25519.kid } as Parameters<typeof strict.aeoCreateVcJwt>[0];
    await expect(strict.aeoCreateVcJwt(untimed)).rejects.toMatchObject({ name: 'ValidationError' });
    const nameless = { ...credential, issuer: { id: did } } as AeoCredential;
    await expect(
      strict.aeoCreateVcJwt({ credential: nameless, kid: ed25519.kid, issuedAt }),
    ).rejects.toMatchObject({ name: 'ValidationError' });
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
