#!/usr/bin/env node
// The part of the solc command line that forge uses, answered by the npm package.
import { readFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';

const solc = createRequire(import.meta.url)('solc');

/** Writes everything: one writeSync to a pipe may take 64 KB only, and fails while the pipe is full. */
function print(text) {
  const bytes = Buffer.from(text);
  for (let offset = 0; offset < bytes.length; ) {
    try {
      offset += writeSync(1, bytes, offset);
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
    }
  }
}

const options = process.argv.slice(2);
if (options.includes('--version')) {
  print(`solc, the solidity compiler commandline interface\nVersion: ${solc.version()}\n`);
} else if (options.includes('--standard-json')) {
  print(solc.compile(readFileSync(0, 'utf8')));
} else {
  print('expected --version or --standard-json\n');
  process.exitCode = 1;
}
