import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface FuzzResult {
  /** How often each outcome came: `same`, or the code of the error. */
  outcomes: Record<string, number>;
  findings: { seed: number; outcome: string; error?: string }[];
  /** Milliseconds that the slowest input took. */
  slowest: number;
  /** Most memory in use above that of the process with the good inputs loaded. */
  grownMebibytes: number;
}

/** Silence after which an input is taken to hang: 500 inputs take seconds. */
const patienceMs = 120_000;

/** Runs a share of the inputs in a process of its own. */
export function runWorker(folder: string, seed: number, count: number): Promise<FuzzResult> {
  const script = fileURLToPath(new URL('./worker.mjs', import.meta.url));
  const child = fork(script, [folder, String(seed), String(count)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // A heap that the collector keeps small: what is measured is what inputs need, not what it has left for later.
    execArgv: ['--max-old-space-size=128', '--max-semi-space-size=4'],
  });
  return new Promise((resolve, reject) => {
    let last = 0;
    let timer: NodeJS.Timeout;
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        child.kill('SIGKILL');
        reject(new Error(`An input hangs; its seed is from ${seed + last} to ${seed + last + 500}.`));
      }, patienceMs);
    };
    watch();
    child.on('message', (message: { index?: number; done?: FuzzResult }) => {
      if (message.done !== undefined) resolve(message.done);
      last = message.index ?? last;
      watch();
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(timer);
      if (code !== 0)
        reject(new Error(`The worker ended with ${code}; the last seed told was ${seed + last}.`));
    });
  });
}
