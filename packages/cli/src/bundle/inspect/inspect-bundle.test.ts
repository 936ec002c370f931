import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleDigest, makeDelta } from '@eslabon/bundle';
import { describe, expect, it } from '@jest/globals';
import { run } from '../../run.js';
import { at, borderPostBundle, equipBorderPost, registerEntry } from '../../testing/border-post.js';
import { captureIo } from '../../testing/capture-io.js';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';

function inspect(args: readonly string[], prepare: (folder: string) => Promise<void> = async () => {}) {
  return inTemporaryFolder(async (cwd) => {
    await equipBorderPost(cwd);
    await prepare(cwd);
    const io = captureIo({ cwd, env: { ESLABON_TRUST: 'trust.json' }, now: () => new Date(at) });
    const code = await run(['bundle', 'inspect', 'pe.eslabon', ...args], io);
    return { code, out: io.out(), err: io.err() };
  });
}

describe('bundle inspect', () => {
  it('says in words what the bundle proves and what it does not', async () => {
    const { code, out, err } = await inspect(['--as', 'mx']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Block 1234 of chain 648540, 2023-11-15 01:00 UTC: 10 minutes ago\n');
    expect(out).toMatch(
      /The authority of MX signed this block \(did:ethr:0x9e55c:0x[0-9a-f]{40}#controller\)/,
    );
    expect(out).toMatch(/ {2}PE {2}did:ethr:0x9e55c:0x[0-9a-f]{40} {2}2 keys; keys current\n/);
    expect(out).toMatch(/ {2}CL .* 0 keys; no key attested: .*; removed on 2023-11-14 22:21 UTC\n/);
    expect(out).toContain('  Alianza del Pacífico (v1): MX, PE\n');
    expect(out).toContain('  PE  list 0  1 revoked, 2 suspended  (last change 2023-11-14 23:03 UTC)\n');
    expect(out).toContain('What it does not prove\n');
  });

  it('speaks Spanish and Portuguese', async () => {
    expect((await inspect(['--as', 'MX', '--lang', 'es'])).out).toContain('hace 10 minutos');
    expect((await inspect(['--as', 'MX', '--lang', 'pt'])).out).toContain('O que ele não prova');
  });

  it('gives the same as JSON on one line', async () => {
    const { out } = await inspect(['--as', 'MX', '--json']);
    expect(out.trimEnd()).not.toContain('\n');
    expect(JSON.parse(out)).toMatchObject({
      chainId: 648540,
      block: { number: 1234 },
      age: 600,
      trust: { mode: 'attested', country: 'MX' },
      arrangements: [{ label: 'Alianza del Pacífico', parties: ['MX', 'PE'], suspended: [] }],
    });
  });

  it('refuses, with 1 and the code, a bundle that does not hold', async () => {
    const forPeru = await inspect(['--as', 'PE']);
    expect(forPeru).toMatchObject({ code: 1, out: '' });
    expect(forPeru.err).toMatch(/^error BUNDLE_ATTESTOR_UNKNOWN: /);
    const cut = await inspect(['--as', 'MX', '--json'], async (folder) => {
      const file = join(folder, 'pe.eslabon');
      await writeFile(file, (await readFile(file)).subarray(0, 1000));
    });
    expect(cut.code).toBe(1);
    expect(JSON.parse(cut.out)).toMatchObject({ error: { code: 'BUNDLE_MALFORMED' } });
  });

  it('says how many credentials its register has, and that this proves nothing of others', async () => {
    const entries = [await registerEntry(), await registerEntry('PE20100047219')];
    const withRegister = (folder: string) =>
      borderPostBundle(entries).then((file) => writeFile(join(folder, 'pe.eslabon'), file));
    const { out } = await inspect(['--as', 'MX'], withRegister);
    expect(out).toContain('Register: 2 credentials, to find a company by its number\n');
    expect(out).toContain('That a register is complete');
    const { out: json } = await inspect(['--as', 'MX', '--json'], withRegister);
    expect(JSON.parse(json)).toMatchObject({ register: 2 });
    expect((await inspect(['--as', 'MX'])).out).toContain('Register: none\n');
  });

  it('names the content, as deltas do', async () => {
    const file = await borderPostBundle();
    const { out } = await inspect(['--as', 'MX', '--json'], (folder) =>
      writeFile(join(folder, 'pe.eslabon'), file),
    );
    expect(JSON.parse(out)).toMatchObject({ digest: bundleDigest(file), bytes: file.length });
  });

  it('says what a delta is for, without a trust anchor', async () => {
    const [base, next] = [await borderPostBundle(), await borderPostBundle([await registerEntry()])];
    const delta = makeDelta(base, next);
    const beside = (folder: string) => writeFile(join(folder, 'pe.eslabon'), delta);
    const { code, out } = await inspect(['--trust', 'nowhere.json'], beside);
    expect(code).toBe(0);
    expect(out).toContain(`A delta of ${delta.length} bytes. By itself it proves nothing`);
    expect(out).toContain(bundleDigest(base));
    expect(out).toContain(bundleDigest(next));
    const { out: json } = await inspect(['--json'], beside);
    expect(JSON.parse(json)).toMatchObject({
      delta: { base: bundleDigest(base), result: bundleDigest(next), bytes: delta.length },
    });
    const cut = await inspect(['--json'], (folder) =>
      writeFile(join(folder, 'pe.eslabon'), delta.subarray(0, 60)),
    );
    expect(cut.code).toBe(1);
    expect(JSON.parse(cut.out)).toMatchObject({ error: { code: 'DELTA_MALFORMED' } });
  });

  it('takes the only country of the trust anchor, and asks where there are several', async () => {
    const several = await inspect([]);
    expect(several.code).toBe(2);
    expect(several.err).toContain('error INPUT_INVALID: The trust anchor has attestors of MX, PE.');
    const one = await inspect([], async (folder) => {
      const file = join(folder, 'trust.json');
      const trust = JSON.parse(await readFile(file, 'utf8'));
      const attestors = trust.attestors.filter(({ country }: { country: string }) => country === 'MX');
      await writeFile(file, JSON.stringify({ ...trust, attestors }));
    });
    expect(one.code).toBe(0);
  });

  it('ends with 2 where the question cannot be asked', async () => {
    const missing = await inspect(['--as', 'MX', '--trust', 'nowhere.json']);
    expect(missing).toMatchObject({ code: 2, out: '' });
    expect(missing.err).toContain('error FILE_UNREADABLE: The trust anchor');
    const garbage = await inspect(['--as', 'MX'], (folder) =>
      writeFile(join(folder, 'trust.json'), '{"chainId": 1}'),
    );
    expect(garbage.code).toBe(2);
    expect(garbage.err).toContain('error TRUST_MALFORMED: ');
  });
});
