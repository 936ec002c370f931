/**
 * Stock Veramo 7 reads what we issue, and believes what it must not: each pair below shows the hazard first and our
 * verdict second. This is why the kernel has none of Veramo's verify methods.
 *
 * ethers must be loaded once, as CommonJS where CommonJS asks for it: no `import` condition on `require`.
 * @jest-environment-options {"customExportConditions": ["source", "node"]}
 */
import type { LoadedBundle } from '@eslabon/bundle';
import type { Verdict, VerdictCode } from '@eslabon/core';
import { vcdm1Context } from '@eslabon/core';
import { formatDidJwk, parseCompactJws, signCompactJws } from '@eslabon/credentials';
import type { AgentKey, Kernel } from '@eslabon/veramo';
import { createKernel, publicKeyOf } from '@eslabon/veramo';
import { testAgentKeys, testCredential } from '@eslabon/veramo/testing';
import { verify } from '@eslabon/verifier';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { VerifiableCredential } from '@veramo/core';
import type { StockVeramo } from './stock-veramo.js';
import { stockVeramo } from './stock-veramo.js';
import type { World } from './world.js';
import { startWorld } from './world.js';

const revokedIndex = 300;
const suspendedIndex = 301;
const mallory = testAgentKeys('mallory', 648540);

let world: World;
let stock: StockVeramo;
let kernel: Kernel;
let bundle: LoadedBundle;
/** Unix seconds, shortly after the bundle's block. */
let now: number;
let good: string;
let revoked: string;
let suspended: string;
let expired: string;
let forged: string;

beforeAll(async () => {
  world = await startWorld();
  await world.setStatus({ revoke: revokedIndex, suspend: suspendedIndex });
  bundle = await world.takeBundle();
  now = bundle.block.timestamp + 60;
  stock = stockVeramo(world);
  const { rpcUrl, chainId, didRegistry, peru } = world;
  kernel = createKernel({ did: peru.keys.did, keys: peru.keys, chain: { rpcUrl, chainId, didRegistry } });
  good = await issue(1);
  revoked = await issue(revokedIndex);
  suspended = await issue(suspendedIndex);
  expired = await issue(2, now - 86_400);
  const { payload } = parseCompactJws(good);
  const kid = `${peru.keys.did}#controller`;
  forged = await signCompactJws({ alg: 'ES256K', kid, typ: 'JWT' }, payload, (data) =>
    mallory.sign('mallory/controller', data),
  );
});

afterAll(() => world.stop());

async function issue(index: number, until = now + 365 * 86_400): Promise<string> {
  const credential = testCredential({
    did: world.peru.keys.did,
    contract: world.statusRegistry,
    index,
    validFrom: new Date((now - 30 * 86_400) * 1000).toISOString(),
    validUntil: new Date(until * 1000).toISOString(),
  });
  return kernel.aeoCreateVc11Jwt({ credential, issuedAt: bundle.block.timestamp });
}

/** A presentation by Mallory, correctly signed with the key of her did:jwk. */
function present(credential: string): Promise<string> {
  const vp = {
    '@context': [vcdm1Context],
    type: ['VerifiablePresentation'],
    verifiableCredential: [credential],
  };
  const [, p256] = mallory.list() as [AgentKey, AgentKey];
  const iss = formatDidJwk(publicKeyOf(p256));
  return signCompactJws({ alg: 'ES256', typ: 'JWT' }, { vp, iss, nbf: now - 10 }, (data) =>
    mallory.sign(p256.kid, data),
  );
}

function ours(presented: unknown, extra: Record<string, unknown> = {}): Verdict {
  const policy = { as: world.chile.country };
  return verify({ presented, source: { bundle }, policy, at: new Date(now * 1000), ...extra });
}

async function decoded(jwt: string): Promise<VerifiableCredential> {
  const policies = { now, credentialStatus: false };
  return (await stock.verifyCredential({ credential: jwt, policies })).verifiableCredential;
}

describe('a credential that we issue in VCDM 1.1', () => {
  it('is verified by stock Veramo from the chain alone', async () => {
    const result = await stock.verifyCredential({ credential: good, policies: { now } });
    expect(result).toMatchObject({ verified: true, issuer: world.peru.keys.did });
    expect(result.verifiableCredential).toMatchObject({
      issuer: { id: world.peru.keys.did, country: 'PE' },
      credentialSubject: { certificate: { certificateNumber: 'PE-OEA-1' } },
    });
  });

  it('is recognised by our verifier, as a JWT and in the form that Veramo decodes it to', async () => {
    expect(ours(good).verdict).toBe('RECOGNISED');
    expect(ours(await decoded(good)).verdict).toBe('RECOGNISED');
  });

  it('is recognised by our verifier in a presentation of stock Veramo’s format', async () => {
    const presentation = await present(good);
    expect(await stock.verifyPresentation({ presentation, policies: { now } })).toMatchObject({
      verified: true,
    });
    expect(ours(presentation).verdict).toBe('RECOGNISED');
  });
});

describe('a revoked credential in its decoded form', () => {
  it('makes stock Veramo ask for a status plug-in, until the caller switches the question off', async () => {
    const credential = await decoded(revoked);
    await expect(stock.verifyCredential({ credential, policies: { now } })).rejects.toThrow('invalid_setup');
    const policies = { now, credentialStatus: false };
    expect(await stock.verifyCredential({ credential, policies })).toMatchObject({ verified: true });
  });

  it('is REVOKED to our verifier, for which the status is no option', async () => {
    expect(ours(await decoded(revoked), { policies: { credentialStatus: false } }).verdict).toBe('REVOKED');
  });
});

interface Hazard {
  name: string;
  presented: () => unknown;
  verdict: VerdictCode;
}

const credentialHazards: Hazard[] = [
  { name: 'a revoked credential as a JWT', presented: () => revoked, verdict: 'REVOKED' },
  { name: 'a suspended credential as a JWT', presented: () => suspended, verdict: 'SUSPENDED' },
  {
    name: 'a revoked credential as {proof: {jwt}}',
    presented: () => ({ proof: { jwt: revoked } }),
    verdict: 'UNTRUSTED',
  },
  {
    name: 'an object with altered claims and without proof.type and credentialStatus',
    presented: async () => {
      const { credentialStatus: _, ...altered } = await decoded(good);
      altered.credentialSubject.legalName = 'Mallory S.A.';
      delete altered.proof.type;
      return altered;
    },
    verdict: 'UNTRUSTED',
  },
];

const presentationHazards: Hazard[] = [
  { name: 'a suspended credential', presented: () => present(suspended), verdict: 'SUSPENDED' },
  { name: 'a forged credential', presented: () => present(forged), verdict: 'UNTRUSTED' },
  { name: 'an expired credential', presented: () => present(expired), verdict: 'EXPIRED' },
  { name: 'a revoked credential', presented: () => present(revoked), verdict: 'REVOKED' },
];

describe.each(credentialHazards)('$name', ({ presented, verdict }) => {
  it('is “verified” by stock Veramo', async () => {
    const credential = (await presented()) as VerifiableCredential;
    expect(await stock.verifyCredential({ credential, policies: { now } })).toMatchObject({ verified: true });
  });

  it(`is ${verdict} to our verifier`, async () => {
    expect(ours(await presented()).verdict).toBe(verdict);
  });
});

describe.each(presentationHazards)('a presentation of $name', ({ presented, verdict }) => {
  it('is “verified” by stock Veramo', async () => {
    const presentation = (await presented()) as string;
    expect(await stock.verifyPresentation({ presentation, policies: { now } })).toMatchObject({
      verified: true,
    });
  });

  it(`is ${verdict} to our verifier`, async () => {
    expect(ours(await presented()).verdict).toBe(verdict);
  });
});

describe('a forged credential with the forger’s key in the option didAuthenticator', () => {
  const didAuthenticator = () => ({
    issuer: world.peru.keys.did,
    authenticators: [
      {
        id: `${world.peru.keys.did}#controller`,
        type: 'EcdsaSecp256k1VerificationKey2019',
        controller: world.peru.keys.did,
        publicKeyHex: mallory.list()[0]?.publicKeyHex,
      },
    ],
    didResolutionResult: { didDocument: null, didDocumentMetadata: {}, didResolutionMetadata: {} },
  });

  it('is “verified” by stock Veramo, which refuses it without the option', async () => {
    const request = { credential: forged, policies: { now } };
    expect(await stock.verifyCredential(request)).toMatchObject({ verified: false });
    expect(await stock.verifyCredential({ ...request, didAuthenticator: didAuthenticator() })).toMatchObject({
      verified: true,
    });
  });

  it('is UNTRUSTED to our verifier, which has no such option', () => {
    expect(ours(forged).verdict).toBe('UNTRUSTED');
    expect(ours(forged, { didAuthenticator: didAuthenticator() }).verdict).toBe('UNTRUSTED');
  });
});

describe('a credential with an EIP-712 proof and members that it does not sign', () => {
  // Veramo's EIP-712 plug-in, which lets such members pass, is not part of the stock agent of these tests.
  it('is UNTRUSTED to our verifier: we read no embedded proof', async () => {
    const { proof: _, ...claims } = await decoded(good);
    const proof = {
      type: 'EthereumEip712Signature2021',
      created: new Date(now * 1000).toISOString(),
      proofPurpose: 'assertionMethod',
      verificationMethod: `${world.peru.keys.did}#controller`,
      proofValue: `0x${'1b'.repeat(65)}`,
      eip712: { domain: {}, types: {}, primaryType: 'VerifiableCredential' },
    };
    const verdict = ours({ ...claims, unsigned: 'certified for everything', proof });
    expect(verdict.verdict).toBe('UNTRUSTED');
    expect(verdict.certificate).toBeUndefined();
  });
});
