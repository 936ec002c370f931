import { importRegister } from '../network/import-register.js';
import { findCertificate, handOver, inShort, isLasting, renewBundle } from './help.js';
import type { Step } from './story.js';

/** Importing, issuing, and who recognises what. */
export const recognitionSteps: readonly Step[] = [
  {
    name: 'peru-imports',
    tells: 'Peru imports its register of 129 operators and issues a credential to each.',
    expected: 'done: 129 issued, 0 rejected',
    async run({ agent, network }) {
      const key = network.apiKeys.PE?.supervisor as string;
      const { state, counts } = await importRegister(agent('PE'), key);
      return `${state}: ${counts.issued} issued, ${counts.rejected} rejected`;
    },
  },
  {
    name: 'peru-imports-again',
    tells: 'Peru imports the same file again: nothing changes.',
    expected: 'done: 0 issued, 129 unchanged',
    async run({ agent, network }) {
      const key = network.apiKeys.PE?.supervisor as string;
      const { state, counts } = await importRegister(agent('PE'), key);
      return `${state}: ${counts.issued} issued, ${counts.unchanged} unchanged`;
    },
  },
  {
    name: 'mexico-recognises',
    tells: 'Mexico takes its bundle to a border post without a network, and verifies a Peruvian certificate.',
    expected: 'RECOGNISED (Pacific Alliance)',
    async run(world) {
      const view = await findCertificate(
        world,
        'PE',
        (entry) => entry.certificate.certificateType === 'security' && isLasting(entry),
      );
      world.kept.set('certificate', view.id);
      world.kept.set('token', await handOver(world, 'PE', view.id, 'peru.jwt'));
      await renewBundle(world, 'first.bundle');
      return inShort(await world.post.decide('peru.jwt', 'first.bundle'));
    },
  },
  {
    name: 'veramo-form-recognised',
    tells: 'The same certificate in the older form that stock Veramo partners use.',
    expected: 'RECOGNISED (Pacific Alliance)',
    async run(world) {
      const params = { id: world.kept.get('certificate') as string };
      const bytes = await world
        .client('PE', 'officer')
        .getCredential({ params, query: { format: 'vc1-jwt' } });
      world.post.keep('peru-11.jwt', bytes);
      await renewBundle(world, 'first.bundle');
      return inShort(await world.post.decide('peru-11.jwt', 'first.bundle'));
    },
  },
  {
    name: 'ecuador-not-covered',
    tells: 'Ecuador and Mexico have no arrangement: a genuine certificate is not covered.',
    expected: 'NOT_COVERED (NOT_COVERED)',
    async run(world) {
      await importRegister(world.agent('EC'), world.network.apiKeys.EC?.supervisor as string);
      const view = await findCertificate(world, 'EC', isLasting);
      await handOver(world, 'EC', view.id, 'ecuador.jwt');
      return inShort(await world.post.decide('ecuador.jwt', 'first.bundle'));
    },
  },
  {
    name: 'compliance-not-covered',
    tells: 'The Pacific Alliance covers security: a certificate for compliance alone is not covered.',
    expected: 'NOT_COVERED (NOT_COVERED)',
    async run(world) {
      const view = await findCertificate(
        world,
        'PE',
        (entry) => entry.certificate.certificateType === 'compliance' && isLasting(entry),
      );
      await handOver(world, 'PE', view.id, 'compliance.jwt');
      return inShort(await world.post.decide('compliance.jwt', 'first.bundle'));
    },
  },
];
