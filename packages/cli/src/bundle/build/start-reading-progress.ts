import type { Language } from '@eslabon/core';
import type { Io } from '../../io/io.js';
import { buildSentences } from './build-sentences.js';

export interface ReadingProgress {
  show(block: number): void;
  stop(): void;
}

/** Least time between two plain lines. */
const lineMs = 2_000;

/** How far the events are read: a bar on a terminal; elsewhere a line about every two seconds. Both on standard error. */
export async function startReadingProgress(
  io: Io,
  language: Language,
  blocks: { first: number; newest: number },
): Promise<ReadingProgress> {
  const { stream, isTTY } = io.stderr;
  const { reading } = buildSentences[language];
  if (isTTY && stream !== undefined) {
    const { SingleBar } = await import('cli-progress');
    const format = `[{bar}] ${reading('{block}', String(blocks.newest))}`;
    const bar = new SingleBar({ stream, format, barCompleteChar: '=', barIncompleteChar: ' ', barsize: 30 });
    bar.start(blocks.newest - blocks.first, 0, { block: blocks.first });
    return { show: (block) => bar.update(block - blocks.first, { block }), stop: () => bar.stop() };
  }
  let last = io.now().getTime();
  return {
    show(block) {
      const now = io.now().getTime();
      if (now - last < lineMs) return;
      last = now;
      io.stderr.write(`${reading(String(block), String(blocks.newest))}\n`);
    },
    stop: () => undefined,
  };
}
