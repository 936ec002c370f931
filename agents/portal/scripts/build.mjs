// Builds the app into dist-app.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, defaultClientConditions } from 'vite';
import { webAppBuild } from '../../../packages/ui/build/web-app.mjs';

// Whoever starts this may be a test runner, whose NODE_ENV would make it a build for development.
process.env.NODE_ENV = 'production';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

// Neither installed nor kept: without its agent the portal is of no use, and it is always the agent's own version.
await build({
  ...webAppBuild({ root, base: '/portal/', version, conditions: defaultClientConditions }),
  plugins: [react()],
});
