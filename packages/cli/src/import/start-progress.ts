import type { ImportView } from '@eslabon/client/contract';
import type { Language } from '@eslabon/core';
import type { Io } from '../io/io.js';
import { importSentences } from './import-sentences.js';

export interface Progress {
  show(view: ImportView): void;
  stop(): void;
}

/** Least time between two plain lines. */
const lineMs = 2_000;

/** A bar on a terminal; elsewhere a line about every two seconds. Both on standard error. */
export async function startProgress(io: Io, language: Language): Promise<Progress> {
  const { stream, isTTY } = io.stderr;
  return isTTY && stream !== undefined ? startBar(stream, language) : startLines(io, language);
}

async function startBar(stream: NodeJS.WriteStream, language: Language): Promise<Progress> {
  const { SingleBar } = await import('cli-progress');
  const bar = new SingleBar({
    stream,
    format: `[{bar}] ${importSentences[language].progress('{value}', '{total}')}`,
    barCompleteChar: '=',
    barIncompleteChar: ' ',
    barsize: 30,
  });
  bar.start(0, 0);
  return {
    show: ({ counts }) => {
      bar.setTotal(counts.rows);
      bar.update(counts.processed);
    },
    stop: () => bar.stop(),
  };
}

function startLines(io: Io, language: Language): Progress {
  let last = io.now().getTime();
  return {
    show: ({ counts }) => {
      const now = io.now().getTime();
      if (now - last < lineMs) return;
      last = now;
      const { progress } = importSentences[language];
      io.stderr.write(`${progress(String(counts.processed), String(counts.rows))}\n`);
    },
    stop: () => undefined,
  };
}
