import { homedir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Io, Output } from './io.js';

/** The machinery of this process. */
export function processIo(): Io {
  const { stdin, stdout, stderr, env } = process;
  return {
    stdout: outputTo(stdout),
    stderr: outputTo(stderr),
    stdin,
    ask: stdin.isTTY && stderr.isTTY ? askOnTerminal : undefined,
    env,
    cwd: process.cwd(),
    home: homedir(),
    now: () => new Date(),
    sleep: (milliseconds) => sleep(milliseconds),
  };
}

function outputTo(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    isTTY: stream.isTTY === true,
    columns: stream.columns ?? 80,
    stream,
  };
}

/** The question goes to standard error, so that standard output holds results only. */
async function askOnTerminal(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}
