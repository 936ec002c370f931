// Builds the app into dist-app: everything that it needs, in files of its own origin.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, defaultClientConditions } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { drawIcon } from './draw-icon.mjs';

// Whoever starts this may be a test runner, whose NODE_ENV would make it a build for development.
process.env.NODE_ENV = 'production';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const base = '/verify/';

/** The PNG icons that installation asks for, drawn when the app is built. */
const icons = {
  name: 'eslabon-icons',
  generateBundle() {
    const icon = (name, size, options) =>
      this.emitFile({ type: 'asset', fileName: `icons/${name}.png`, source: drawIcon(size, options) });
    icon('180', 180, { maskable: true });
    icon('192', 192);
    icon('512', 512);
    icon('maskable-512', 512, { maskable: true });
  },
};

/**
 * Zod compiles schemas with `new Function`, which the policy of the page forbids, and browsers report as a breach even
 * when the attempt is caught. Said at the start of every file, it is said before Zod runs, wherever the bundler puts it.
 */
const withoutEval = { output: { intro: 'globalThis.__zod_globalConfig = { jitless: true };' } };

const manifest = {
  id: base,
  name: 'Eslabón · Verificador OEA',
  short_name: 'Eslabón',
  description: 'Verifica certificados OEA en la frontera, sin red.',
  lang: 'es',
  start_url: base,
  scope: base,
  display: 'standalone',
  background_color: '#12303b',
  theme_color: '#12303b',
  icons: [
    { src: 'icons/192.png', sizes: '192x192', type: 'image/png' },
    { src: 'icons/512.png', sizes: '512x512', type: 'image/png' },
    { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
};

/** Every file is fetched once, when the app is installed, and from then on never asked for again. */
const serviceWorker = VitePWA({
  strategies: 'generateSW',
  registerType: 'prompt',
  injectRegister: false,
  manifest,
  workbox: {
    globPatterns: ['**/*.{html,js,css,svg,png,webmanifest}'],
    navigateFallback: `${base}index.html`,
    inlineWorkboxRuntime: true,
    cleanupOutdatedCaches: true,
    clientsClaim: true,
    sourcemap: false,
  },
});

await build({
  root,
  base,
  configFile: false,
  logLevel: 'warn',
  define: { __APP_VERSION__: JSON.stringify(version) },
  plugins: [react(), icons, serviceWorker],
  // The sources of our packages, not what tsc made of them: one build makes all of it.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  worker: { format: 'es', rolldownOptions: withoutEval },
  build: {
    outDir: 'dist-app',
    emptyOutDir: true,
    target: ['chrome109', 'edge109', 'firefox115', 'safari16'],
    modulePreload: { polyfill: false },
    // Nothing inline: a strict policy lets nothing inline through.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: withoutEval,
  },
});
