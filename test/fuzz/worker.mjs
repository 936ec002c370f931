// Opens altered bundles and applies altered deltas, one after the other, and tells what it found. Arguments: folder with
// the good inputs (fixtures.json), seed, how many. A process of its own: its memory can be measured, and it can be ended.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyDelta, openBundle } from '@eslabon/bundle';
import { EslabonError } from '@eslabon/core';
import { decode, encode, rfc8949EncodeOptions } from 'cborg';
import { makeBombs } from './mutate/bomb.mjs';
import { mutateBytes } from './mutate/bytes.mjs';
import { mend, pack, unpack } from './mutate/container.mjs';
import { createRandom } from './mutate/random.mjs';
import { mutateTree } from './mutate/tree.mjs';

const [folder, seedText, countText] = process.argv.slice(2);
const [seed, count] = [Number(seedText), Number(countText)];
const read = (name) => new Uint8Array(readFileSync(join(folder, name)));
const { bundles, deltas } = JSON.parse(readFileSync(join(folder, 'fixtures.json'), 'utf8'));

/** What a reader may take from a bundle; of trust only the mode, since fewer seals of a quorum are as good. */
function fingerprint({ chainId, deployment, block, trust, facts, issuers }) {
  return JSON.stringify([chainId, deployment, block, trust.mode, facts, issuers], (_, value) => {
    if (typeof value === 'bigint') return String(value);
    if (value instanceof Map) return [...value];
    return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
  });
}

const good = bundles.map(({ files, trust, attestor, now }) => {
  const open = (file) => openBundle(file, trust, { attestor, now });
  const kinds = files.map((name) => {
    const file = read(name);
    const payload = unpack(file);
    return { file, payload, tree: decode(payload) };
  });
  return { open, kinds, fingerprints: new Set(kinds.map(({ file }) => fingerprint(open(file)))) };
});
const changes = deltas.map(({ base, delta, target }) => ({
  base: read(base),
  delta: read(delta),
  target: read(target),
}));
const bombs = makeBombs(good[0].kinds[0].file);

const encodeTree = (tree) => encode(tree, rfc8949EncodeOptions);

/** An altered bundle; `undefined` when the tree can no longer be written. */
function alteredBundle(random, [one, other]) {
  const choice = random.below(100);
  if (choice < 20) return mutateBytes(one.file, random, other.file);
  if (choice < 35) return mend(mutateBytes(one.file, random, other.file));
  if (choice < 55) return pack(mutateBytes(one.payload, random, other.payload), one.file);
  if (choice < 57) return random.bytes(random.below(200));
  try {
    return pack(encodeTree(mutateTree(one.tree, random, other.tree)), one.file);
  } catch {
    return undefined;
  }
}

function tryBundle(random) {
  const { open, kinds, fingerprints } = random.pick(good);
  const ordered = random.below(2) === 0 ? kinds : kinds.toReversed();
  const input = random.below(1000) === 0 ? random.pick(bombs) : alteredBundle(random, ordered);
  if (input === undefined) return 'skipped';
  const loaded = open(input);
  return fingerprints.has(fingerprint(loaded)) ? 'same' : 'WRONG';
}

function tryDelta(random) {
  const { base, delta, target } = random.pick(changes);
  const altered =
    random.below(2) === 0 ? mutateBytes(delta, random, base) : mend(mutateBytes(delta, random, base));
  const onto = random.below(10) === 0 ? target : base;
  return Buffer.compare(applyDelta(onto, altered), target) === 0 ? 'same' : 'WRONG';
}

const outcomes = {};
const findings = [];
let slowest = 0;
const before = process.resourceUsage().maxRSS;
for (let index = 0; index < count; index++) {
  const random = createRandom(seed + index);
  const start = performance.now();
  const cpu = process.cpuUsage();
  let outcome;
  try {
    outcome = changes.length > 0 && random.below(5) === 0 ? tryDelta(random) : tryBundle(random);
  } catch (error) {
    outcome = error instanceof EslabonError ? error.code : 'CRASH';
    if (outcome === 'CRASH')
      findings.push({ seed: seed + index, outcome, error: String(error?.stack ?? error) });
  }
  // Other processes of a busy machine make an input wait, and threads that collect garbage count twice: the lesser counts.
  const { user, system } = process.cpuUsage(cpu);
  const elapsed = Math.min(performance.now() - start, (user + system) / 1000);
  slowest = Math.max(slowest, elapsed);
  if (outcome === 'WRONG') findings.push({ seed: seed + index, outcome });
  if (elapsed > 2000) findings.push({ seed: seed + index, outcome: `SLOW ${Math.round(elapsed)} ms` });
  outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  if (index % 500 === 0) process.send?.({ index });
}
// resourceUsage counts in kibibytes.
const grownMebibytes = (process.resourceUsage().maxRSS - before) / 1024;
process.send?.({ done: { outcomes, findings: findings.slice(0, 20), slowest, grownMebibytes } });
process.disconnect?.();
