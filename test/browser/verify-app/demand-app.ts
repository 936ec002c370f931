import { existsSync } from 'node:fs';

/**
 * The agents serve the app as it was built last. `npm run test:browser` builds it where its sources are newer; tests run
 * side by side, and must not.
 */
export function demandApp(app: 'verify' | 'wallet' | 'portal' = 'verify'): void {
  if (!existsSync(new URL(`../../../agents/${app}/dist-app/index.html`, import.meta.url))) {
    throw new Error(`The app “${app}” is not built: run npm run build.`);
  }
}
