import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The Node that the repository pins, from the npm package `node`. */
export const pinnedNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/**
 * Runs a command in the root of the repository and answers its exit code. An interrupt from the terminal reaches the
 * command by itself, so that here it only must not end this process first; a termination is passed on. With
 * `givesWay` it takes what others leave of the processor.
 */
export function run(command, args, { env = {}, output = 'inherit', givesWay = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['inherit', output, 'inherit'],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32' && command === 'npx',
    });
    if (givesWay && child.pid !== undefined) lowerPriority(child.pid);
    let text = '';
    child.stdout?.on('data', (data) => {
      text += data;
    });
    const ignore = () => {};
    const pass = () => child.kill('SIGTERM');
    process.on('SIGINT', ignore);
    process.on('SIGTERM', pass);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', ignore);
      process.off('SIGTERM', pass);
      const exit = code ?? (signal === 'SIGINT' ? 130 : 1);
      resolve(output === 'inherit' ? exit : { code: exit, text });
    });
  });
}

function lowerPriority(pid) {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Some systems do not let everybody. It only takes longer then.
  }
}
