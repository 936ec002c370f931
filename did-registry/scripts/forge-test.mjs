// Runs `forge test` with the arguments given, for instance --json or --match-contract Status. Node 18 or later.
import { spawn } from 'node:child_process';
import { root } from './build-contracts.mjs';
import { forgeBinary } from './forge-binary.mjs';

const child = spawn(forgeBinary(), ['test', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`forge could not be started: ${error.message}`);
  process.exitCode = 1;
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
