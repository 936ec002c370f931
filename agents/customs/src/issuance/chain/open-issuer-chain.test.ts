import { createPublicKey, generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicKeyToJwk } from '@eslabon/credentials';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { publicKeyOf } from '../../platform/keys/public-key-of.js';
import { openSigningKey } from '../../platform/keys/signing-key.js';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';
import { createTestAuthority, type TestAuthority } from '../../testing/test-authority.js';
import { openIssuerChain } from './open-issuer-chain.js';

const key = openSigningKey('Secp256r1', randomBytes(32));
const publicKey = createPublicKey({ key: { ...publicKeyToJwk(publicKeyOf(key)) }, format: 'jwk' });
const day = 86_400_000;
const start = Date.now();
const at = (days: number) => new Date(start + days * day);
const raw = (pem: string) => new X509Certificate(pem).raw.toString('base64');

let root: TestAuthority;

beforeAll(async () => {
  root = await createTestAuthority();
});

/** A chain whose leaf is good for so many days, with what it logs and a clock that a test moves. */
async function opened<T>(
  days: number,
  use: (world: ReturnType<typeof worldIn>) => Promise<T> | T,
): Promise<T> {
  const leaf = await root.issue(publicKey, { until: at(days) });
  return inTemporaryFolder(async (folder) => use(worldIn(folder, leaf)));
}

function worldIn(folder: string, leaf: string) {
  const file = join(folder, 'issuer.pem');
  writeFileSync(file, leaf);
  const lines: string[] = [];
  const time = { days: 0 };
  const note = (level: string) => (_facts: object, message: string) => lines.push(`${level}: ${message}`);
  const log = { info: note('info'), warn: note('warn'), error: note('error') };
  const keys = { key: (fragment: string) => (fragment === 'delegate-1' ? key : undefined) };
  const chain = openIssuerChain(file, { keys, log, clock: () => at(time.days) } as never);
  return { chain, file, leaf, lines, time };
}

describe('certificates of the key while the agent runs', () => {
  it('are sent without a word while they last', () =>
    opened(31, ({ chain, leaf, lines }) => {
      expect(chain.current()).toEqual([raw(leaf)]);
      expect(lines).toEqual([]);
    }));

  it('are sent with a warning in the log, once a day, in their last thirty days', () =>
    opened(31, ({ chain, leaf, lines, time }) => {
      for (const days of [1.1, 1.2, 2, 2.2]) {
        time.days = days;
        expect(chain.current()).toEqual([raw(leaf)]);
      }
      expect(lines).toEqual(Array(2).fill(expect.stringMatching(/^warn: .*expires soon/)));
    }));

  it('are not sent any more when they have expired, and the log says so as an error', () =>
    opened(31, ({ chain, lines, time }) => {
      time.days = 31.1;
      expect(chain.current()).toBeUndefined();
      expect(chain.current()).toBeUndefined();
      expect(lines).toEqual([expect.stringMatching(/^error: .*has expired.*without x5c/)]);
    }));

  it('are read anew when the file has others, also after they expired', () =>
    opened(31, async ({ chain, file, lines, time }) => {
      time.days = 31.1;
      chain.current();
      const renewed = await root.issue(publicKey, { from: at(30), until: at(400) });
      writeFileSync(file, renewed);
      expect(chain.current()).toEqual([raw(renewed)]);
      expect(lines.at(-1)).toMatch(/^info: .*renewed/);
    }));

  it.each<[string, (file: string) => Promise<void> | void]>([
    ['is gone', (file) => rmSync(file)],
    ['is half written', (file) => writeFileSync(file, '-----BEGIN CERTIFICATE-----\nMIIB')],
    [
      'is of another key',
      async (file) => {
        const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
        writeFileSync(file, await root.issue(other));
      },
    ],
  ])('go on being sent while the file %s, until they expire', (_what, spoil) =>
    opened(31, async ({ chain, file, leaf, lines, time }) => {
      await spoil(file);
      expect([chain.current(), chain.current()]).toEqual([[raw(leaf)], [raw(leaf)]]);
      expect(lines).toEqual([expect.stringMatching(/^error: .*one of before is kept/)]);
      time.days = 31.1;
      expect(chain.current()).toBeUndefined();
    }),
  );

  it('are demanded at the start', () =>
    opened(31, ({ file }) => {
      rmSync(file);
      expect(() => openIssuerChain(file, { keys: { key: () => key }, clock: () => at(0) } as never)).toThrow(
        expect.objectContaining({
          code: 'CONFIG_INVALID',
          message: expect.stringContaining('cannot be read'),
        }),
      );
    }));
});
