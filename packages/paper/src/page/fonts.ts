import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** DejaVu Sans: Latin, Greek and Cyrillic, embedded as a subset. PDF/A allows no font that is not in the file. */
export const fonts = {
  plain: () => resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: () => resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
} as const;
