import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Path of a Chromium: the one that CHROMIUM names, else the system's. Throws where there is none. */
export function findChromium(): string {
  const { CHROMIUM, PATH = '' } = process.env;
  if (CHROMIUM) return CHROMIUM;
  const folders = PATH.split(delimiter).filter((folder) => folder !== '');
  const candidates = ['/usr/bin/chromium', ...names.flatMap((name) => folders.map((at) => join(at, name)))];
  const found = candidates.find(isExecutable);
  if (found === undefined) {
    throw new Error('There is no Chromium here: install one, or name its file in CHROMIUM.');
  }
  return found;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
