import type { AeoCredential } from '@eslabon/core';
import { parseCompactJws } from '@eslabon/credentials';
import type { Agent } from '@eslabon/customs';
import { findCertificate, handOver, inShort, isLasting } from './help.js';
import type { Step, World } from './story.js';

const bundle = 'fourth.bundle';

/** Credentials that must not be recognised. */
export const forgerySteps: readonly Step[] = [
  {
    name: 'genuine-control',
    tells: 'A second Peruvian certificate, genuine, from which the forgers start.',
    expected: 'RECOGNISED (Pacific Alliance)',
    async run(world) {
      const view = await findCertificate(
        world,
        'PE',
        (entry) => entry.certificate.certificateType === 'full' && isLasting(entry),
      );
      world.kept.set('genuine', await handOver(world, 'PE', view.id, 'genuine.jwt'));
      return inShort(await world.post.decide('genuine.jwt', bundle));
    },
  },
  {
    name: 'forged',
    tells: 'Its signature is replaced by random bytes.',
    expected: 'UNTRUSTED (SIGNATURE_INVALID)',
    run: async (world) => {
      const [header, payload, signature] = genuine(world).split('.') as [string, string, string];
      const noise = Buffer.from(signature, 'base64url').map((byte) => byte ^ 0x5a);
      return decide(world, 'forged.jwt', `${header}.${payload}.${Buffer.from(noise).toString('base64url')}`);
    },
  },
  {
    name: 'altered',
    tells: 'Its holder writes another name into it.',
    expected: 'UNTRUSTED (SIGNATURE_INVALID)',
    run: async (world) => {
      const [header, , signature] = genuine(world).split('.') as [string, string, string];
      const claims = claimsOf(world);
      claims.credentialSubject.legalName = 'Contrabando Seguro S.A.';
      const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
      return decide(world, 'altered.jwt', `${header}.${payload}.${signature}`);
    },
  },
  {
    name: 'expired',
    tells: 'A certificate that ended yesterday, proposed by one officer and issued by another.',
    expected: 'EXPIRED (EXPIRED)',
    async run(world) {
      const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
      const { id } = await world.client('PE', 'officer').proposeCertificate({
        body: {
          certificate: {
            certificateNumber: 'OEA-PE-DEMO-0001',
            certificateType: 'security',
            operatorRoles: ['EX'],
            tin: 'PE20100070970',
            legalName: 'Exportadora de Ayer S.A.C.',
            decisionDate: day(-800),
            effectiveDate: day(-795),
            validUntil: day(-2),
          },
        },
      });
      await world.client('PE', 'supervisor').issueCertificate({ params: { id } });
      await handOver(world, 'PE', id, 'expired.jwt');
      return inShort(await world.post.decide('expired.jwt', bundle));
    },
  },
  {
    name: 'foreign-key',
    tells: 'Chile’s key signs a credential that names Peru as its issuer, and names Peru’s key.',
    expected: 'UNTRUSTED (SIGNATURE_INVALID)',
    run: async (world) => {
      const kid = `${world.agent('PE').parts.keys.did}#delegate-1`;
      return decide(world, 'foreign-key.jwt', sign(world.agent('CL'), kid, claimsOf(world)));
    },
  },
  {
    name: 'foreign-kid',
    tells: 'Chile’s key signs a credential that names Peru as its issuer, and names its own key.',
    expected: 'UNTRUSTED (KEY_OF_ANOTHER_ISSUER)',
    run: async (world) => {
      const chile = world.agent('CL');
      const kid = `${chile.parts.keys.did}#delegate-1`;
      return decide(world, 'foreign-kid.jwt', sign(chile, kid, claimsOf(world)));
    },
  },
  {
    name: 'foreign-iss',
    tells: 'Chile signs a credential of its own whose “iss” claims Peru.',
    expected: 'UNTRUSTED (CREDENTIAL_MALFORMED)',
    run: async (world) => {
      const chile = world.agent('CL');
      const { did } = chile.parts.keys;
      const claims = claimsOf(world);
      const issuer = { ...claims.issuer, id: did };
      const iss = world.agent('PE').parts.keys.did;
      return decide(world, 'foreign-iss.jwt', sign(chile, `${did}#delegate-1`, { ...claims, issuer, iss }));
    },
  },
];

function decide(world: World, file: string, token: string): Promise<string> {
  world.post.keep(file, token);
  return world.post.decide(file, bundle).then(inShort);
}

function genuine({ kept }: World): string {
  return kept.get('genuine') as string;
}

function claimsOf(world: World): AeoCredential & { iss?: string; iat?: number } {
  return parseCompactJws(genuine(world)).payload as unknown as AeoCredential & { iss?: string; iat?: number };
}

/** Signs whatever it is told to, as a forger would, who does not use a library that refuses. */
function sign({ parts }: Agent, kid: string, claims: object): string {
  const header = encode({ alg: 'ES256', kid, typ: 'vc+jwt', cty: 'vc' });
  const payload = encode(claims);
  const signature = parts.keys.key('delegate-1').sign(Buffer.from(`${header}.${payload}`));
  return `${header}.${payload}.${Buffer.from(signature).toString('base64url')}`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
