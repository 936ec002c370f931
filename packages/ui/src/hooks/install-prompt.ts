/** What Chromium browsers hand out when an app may be installed. Others have only their menu. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

let kept: InstallPrompt | undefined;
const listeners = new Set<() => void>();

/** Keeps the browser's offer for a button of the app's own. To be called when the app starts: the offer comes once. */
export function keepInstallPrompt(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    keep(event as InstallPrompt);
  });
  addEventListener('appinstalled', () => keep(undefined));
}

/** Whether the browser would install the app now. */
export function canInstall(): boolean {
  return kept !== undefined;
}

/** Tells when {@link canInstall} changes; answers what ends that. */
export function onInstallPrompt(listener: () => void): () => void {
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
