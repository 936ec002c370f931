import type { Io } from '../io/io.js';

export interface CapturedIo extends Io {
  /** What was written so far. */
  out(): string;
  err(): string;
}

/** An Io for tests: text is kept, time is fixed and sleeping moves it on, nobody is at the terminal. */
export function captureIo(overrides: Partial<Io> & { stdinText?: string; tty?: boolean } = {}): CapturedIo {
  const { stdinText = '', tty = false, ...rest } = overrides;
  const written = { out: '', err: '' };
  let now = Date.UTC(2026, 4, 3, 12);
  const output = (name: 'out' | 'err') => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTTY: tty,
    columns: 100,
  });
  return {
    stdout: output('out'),
    stderr: output('err'),
    stdin: (async function* () {
      yield new TextEncoder().encode(stdinText);
    })(),
    env: {},
    cwd: '/nowhere',
    home: '/nowhere',
    now: () => new Date(now),
    sleep: async (milliseconds) => {
      now += milliseconds;
      await new Promise((resolve) => setImmediate(resolve));
    },
    ...rest,
    out: () => written.out,
    err: () => written.err,
  };
}
