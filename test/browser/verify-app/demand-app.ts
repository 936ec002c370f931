import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The agents serve the app as it was built last. `npm run test:browser` builds it where its sources are newer; tests run
 * side by side, and must not.
 */
export function demandApp(app: 'verify' | 'wallet' = 'verify'): void {
  const folder = dirname(createRequire(import.meta.url).resolve(`@eslabon/${app}/package.json`));
  if (!existsSync(join(folder, 'dist-app', 'index.html'))) {
    throw new Error(`The app @eslabon/${app} is not built: run npm run build.`);
  }
}
