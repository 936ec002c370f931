// Builds the app into dist-app.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, defaultClientConditions } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { icons, installable, webAppBuild } from '../../../packages/ui/build/web-app.mjs';

// Whoever starts this may be a test runner, whose NODE_ENV would make it a build for development.
process.env.NODE_ENV = 'production';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const app = {
  base: '/wallet/',
  name: 'Eslabón · Billetera OEA',
  shortName: 'Billetera OEA',
  description: 'Guarda y presenta los certificados OEA de una empresa.',
};

await build({
  ...webAppBuild({ root, base: app.base, version, conditions: defaultClientConditions }),
  plugins: [react(), icons, VitePWA(installable(app))],
});
