/** What Chromium browsers hand out when an app may be installed. Others have only their menu. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

let kept: InstallPrompt | undefined;
const listeners = new Set<() => void>();

addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  keep(event as InstallPrompt);
});
addEventListener('appinstalled', () => keep(undefined));

export function currentPrompt(): InstallPrompt | undefined {
  return kept;
}

export function onPrompt(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shows the browser's question; it can be shown only once. */
export async function install(): Promise<void> {
  const prompt = kept;
  keep(undefined);
  await prompt?.prompt();
}

function keep(prompt: InstallPrompt | undefined): void {
  kept = prompt;
  for (const listener of listeners) listener();
}
