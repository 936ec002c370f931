// Measures the gas of every operation on a Berlin chain and compares it with gas-snapshot.json. Fails when anything grew
// or is above its limit.
//   node scripts/gas.mjs            prints a table
//   node scripts/gas.mjs --json     the same, with { operation: { direct, signed } } alone on the last line
//   node scripts/gas.mjs --update   writes the snapshot
// `signed` is the gas of the real transaction: a signed instruction that somebody else carries. `direct` is the gas of the
// same change with the same checks on owner and membership, sent by the authority itself to a contract that has no
// instructions (test/gas): no signature, nonce, deadline and EIP-712 hashing, and no calldata for them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build-contracts.mjs';
import { findProblems } from './gas/find-problems.mjs';
import { measure } from './gas/measure.mjs';

const snapshotFile = join(root, 'gas-snapshot.json');
const measured = await measure();

for (const [name, { direct, signed }] of Object.entries(measured.operations)) {
  console.log(`${name.padEnd(28)} ${String(direct).padStart(9)} direct ${String(signed).padStart(9)} signed`);
}
for (const [name, size] of Object.entries(measured.sizes)) {
  console.log(`${name.padEnd(28)} ${String(size).padStart(9)} bytes`);
}
if (process.argv.includes('--update')) {
  writeFileSync(snapshotFile, `${JSON.stringify(measured, null, 2)}\n`);
}
const snapshot = existsSync(snapshotFile) ? JSON.parse(readFileSync(snapshotFile, 'utf8')) : undefined;
const problems = findProblems(measured, snapshot);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
if (process.argv.includes('--json')) console.log(JSON.stringify(measured.operations));
