import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Luma } from '../../picture/picture.js';
import { runSources } from '../native/run-sources.js';
import type { Shot } from './take-photo.js';

const script = new URL('photo-process.ts', import.meta.url);

/** Photos of a page, as JPEG. */
export async function takePhotos(page: Luma, shots: readonly Shot[]): Promise<Uint8Array[]> {
  return photograph(page, shots, false, async (folder) =>
    Promise.all(shots.map(async (_, at) => new Uint8Array(await readFile(join(folder, `${at}.jpg`))))),
  );
}

/** What `readPhoto` reads in photos of a page: texts, or codes of errors. */
export function readPhotos(page: Luma, shots: readonly Shot[]): Promise<string[]> {
  return photograph(page, shots, true, async (_folder, out) => JSON.parse(out));
}

async function photograph<T>(
  { width, height, data }: Luma,
  shots: readonly Shot[],
  isRead: boolean,
  collect: (folder: string, out: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'eslabon-photos-'));
  try {
    await writeFile(join(folder, 'task.json'), JSON.stringify({ width, height, shots, isRead }));
    await writeFile(join(folder, 'page.luma'), data);
    const { code, out, err } = await runSources(script, [folder]);
    if (code !== 0) throw new Error(`the photos were not taken: ${err}`);
    return await collect(folder, out);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
