import { drawIcon } from './draw-icon.mjs';

/**
 * @typedef {object} WebApp
 * @property {string} base path that the app is served under, with slashes around it
 * @property {string} name as it stands where installed programs are listed, in Spanish
 * @property {string} shortName beneath its icon
 * @property {string} description a sentence in Spanish
 */

/** The PNG icons that installation asks for, drawn when the app is built. */
export const icons = {
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
 * Options of VitePWA: every file of the app is fetched once, when it is installed, and from then on never asked for
 * again. Nothing else is kept: what an agent answers always comes from the agent.
 * @param {WebApp} app
 */
export function installable({ base, name, shortName, description }) {
  return {
    strategies: 'generateSW',
    registerType: 'prompt',
    injectRegister: false,
    manifest: {
      id: base,
      name,
      short_name: shortName,
      description,
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
    },
    workbox: {
      globPatterns: ['**/*.{html,js,css,svg,png,webmanifest}'],
      navigateFallback: `${base}index.html`,
      inlineWorkboxRuntime: true,
      cleanupOutdatedCaches: true,
      clientsClaim: true,
      sourcemap: false,
    },
  };
}

/**
 * Zod compiles schemas with `new Function`, which the policy of the page forbids, and browsers report as a breach even
 * when the attempt is caught. Said at the start of every file, it is said before Zod runs, wherever the bundler puts it.
 */
const withoutEval = { output: { intro: 'globalThis.__zod_globalConfig = { jitless: true };' } };

/**
 * Configuration of Vite, but for the plugins: everything that the app needs, in files of its own origin.
 * @param {{ root: string, base: string, version: string, conditions: readonly string[] }} app `conditions`: Vite's own
 */
export function webAppBuild({ root, base, version, conditions }) {
  return {
    root,
    base,
    configFile: false,
    logLevel: 'warn',
    define: { __APP_VERSION__: JSON.stringify(version) },
    // The sources of our packages, not what tsc made of them: one build makes all of it.
    resolve: { conditions: ['source', ...conditions] },
    worker: { format: 'es', rolldownOptions: withoutEval },
    build: {
      outDir: 'dist-app',
      emptyOutDir: true,
      target: ['chrome109', 'edge109', 'firefox115', 'safari16'],
      modulePreload: { polyfill: false },
      // Nothing inline: a strict policy lets nothing inline through.
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      // The whole app is fetched once and kept: there is nothing to gain by parts.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: withoutEval,
    },
  };
}
