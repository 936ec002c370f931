// Makes what docker-compose.yml needs and no repository may have: genesis block, keys, configurations.
//   node scripts/compose/make-network.mjs [--out FOLDER] [--force]
// Runs on the built packages (npm run build), on any Node from 18 on; “npm run compose:network” builds them first.
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(root, '.eslabon', 'compose') },
    force: { type: 'boolean', default: false },
  },
});

function fail(message) {
  console.error(message);
  process.exit(1);
}

const out = resolve(values.out);
const isNetwork = ['genesis.json', 'network.json', 'deployer.env'].every((name) =>
  existsSync(join(out, name)),
);
if (existsSync(out) && !isNetwork) fail(`${out} is there already, and it is no network.`);
if (isNetwork && !values.force) {
  fail(
    `There is a network in ${out} already, and new keys would not fit what its containers keep. To begin anew:\n` +
      '  docker compose down --volumes\n  npm run compose:network -- --force',
  );
}
if (!existsSync(join(root, 'packages', 'bundle', 'dist', 'index.js'))) {
  fail('The packages are not built yet: npm run build.');
}
const { networkFiles } = await import('./network-files.mjs');

// Whole or not at all: half a network would have keys that its genesis block does not name. The folder keeps others on
// this machine out; within it, containers with users of their own read what is not secret.
const unfinished = `${out}.new`;
rmSync(unfinished, { recursive: true, force: true });
mkdirSync(dirname(out), { recursive: true, mode: 0o700 });
mkdirSync(unfinished, { mode: 0o700 });
const files = networkFiles();
for (const [name, text] of files) {
  const mode = name.endsWith('.env') ? 0o600 : 0o644;
  writeFileSync(join(unfinished, name), text, { flag: 'wx', mode });
  // Whatever the umask: containers must be able to read what is not secret.
  chmodSync(join(unfinished, name), mode);
}
// Keys are not deleted here: whoever is sure does that.
const old = `${out}.${new Date().toISOString().replace(/\D/g, '')}`;
if (isNetwork) renameSync(out, old);
renameSync(unfinished, out);

const { chainId, genesisHash, validators } = JSON.parse(files.get('network.json'));
console.log(`Chain ${chainId}, genesis ${genesisHash}, validators:`);
for (const { name, address } of validators) console.log(`  ${name} ${address}`);
console.log(
  `${files.size} files in ${relative(process.cwd(), out) || '.'}. Keep the .env files: they are the only copy.`,
);
if (isNetwork) console.log(`The network that was there is now in ${old}.`);
console.log('Next: docker compose up --detach --build');
