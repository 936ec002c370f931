import type { ChildProcess } from 'node:child_process';

const graceMs = 10_000;
const running = new Set<ChildProcess>();

/** Ends the children that are still alive when this process exits. */
export function dieWithParent(child: ChildProcess): void {
  if (running.size === 0) process.once('exit', killAll);
  running.add(child);
  child.once('exit', () => {
    running.delete(child);
    if (running.size === 0) process.off('exit', killAll);
  });
}

function killAll(): void {
  for (const child of running) child.kill('SIGTERM');
}

/** Asks the child to end (anvil then dumps its state) and waits; kills it when it has not ended after 10 seconds. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // Not SIGINT: a process that was started in the background of a script ignores it.
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await ended;
  clearTimeout(timer);
}
