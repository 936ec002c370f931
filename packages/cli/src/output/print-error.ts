import { EslabonError } from '@eslabon/core';
import type { Io } from '../io/io.js';
import { paint } from './paint.js';
import { printable } from './printable.js';

/**
 * Says on standard error what went wrong: `error CODE: sentence` and what to do next. Stacks and causes appear
 * with ESLABON_DEBUG=1 only. `secrets` are blotted out wherever they would show.
 */
export function printError(io: Io, error: unknown, secrets: readonly string[] = []): void {
  const { code, message, hints } = describe(error);
  const lines = [
    `${paint(io, io.stderr, `error ${code}:`, 'red', 'bold')} ${printable(message)}`,
    ...hints.map((hint) => `  hint: ${printable(hint)}`),
    ...(io.env.ESLABON_DEBUG === '1' ? stacksOf(error) : []),
  ];
  let text = lines.join('\n');
  for (const secret of secrets) text = text.replaceAll(secret, '[hidden]');
  io.stderr.write(`${text}\n`);
}

function describe(error: unknown): { code: string; message: string; hints: readonly string[] } {
  if (error instanceof EslabonError) return { code: error.code, message: error.message, hints: error.hints };
  return {
    code: 'INTERNAL',
    message: error instanceof Error ? error.message : String(error),
    hints: ['This is a defect of eslabon. ESLABON_DEBUG=1 shows where it happened.'],
  };
}

function stacksOf(error: unknown): string[] {
  const stacks: string[] = [];
  for (let e = error, depth = 0; e instanceof Error && depth < 16; e = e.cause, depth++) {
    stacks.push(...(e.stack ?? e.message).split('\n').map(printable));
  }
  return stacks;
}
