import { spawn } from 'node:child_process';
import { root } from './build-contracts.mjs';
import { forgeBinary } from './forge-binary.mjs';

/** Runs forge in the folder of the contracts and ends with its exit code. */
export function runForge(args) {
  const child = spawn(forgeBinary(), args, { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`forge could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
