// Decides as a Mexican border post: decide.mjs FOLDER CERTIFICATE INSTANT. Runs on the built packages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBundle, parseTrustAnchor } from '@eslabon/bundle';
import { verify } from '@eslabon/verifier';

const [folder, certificate, instant] = process.argv.slice(2);
const read = (name) => readFileSync(join(folder, name));

const trust = parseTrustAnchor(JSON.parse(read('trust.json').toString()));
const bundle = openBundle(new Uint8Array(read('pe.eslabon')), trust, { attestor: 'MX' });
const { verdict } = verify({
  presented: read(certificate).toString().trim(),
  source: { bundle },
  policy: { as: 'MX' },
  at: new Date(instant),
});
process.stdout.write(`${verdict}\n`);
