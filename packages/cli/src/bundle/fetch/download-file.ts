import { createHash } from 'node:crypto';
import { open, readFile, rm } from 'node:fs/promises';
import type { Download } from '@eslabon/client';
import { EslabonError } from '@eslabon/core';
import { maxBundleBytes } from '../../files/limits.js';
import { whyNot } from '../../files/why-not.js';

/** Everything of a download, in memory. @throws EslabonError UNAVAILABLE, BUNDLE_TOO_LARGE */
export async function downloadToMemory({ body, sha256 }: Download): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    demandRoom(length);
    chunks.push(chunk);
  }
  const file = new Uint8Array(Buffer.concat(chunks));
  demandUndamaged(file, sha256);
  return file;
}

/**
 * Everything of a download, over a file that keeps what came if the line breaks. A part is added to what the file has.
 * @throws EslabonError UNAVAILABLE: the file is there to go on with, unless what came was damaged; BUNDLE_TOO_LARGE,
 * FILE_UNWRITABLE
 */
export async function downloadToFile({ body, sha256, state }: Download, path: string): Promise<Uint8Array> {
  const handle = await open(path, state === 'part' ? 'a' : 'w').catch((cause: unknown) => {
    throw new EslabonError('FILE_UNWRITABLE', `“${path}” cannot be written: ${whyNot(cause)}.`, {
      cause,
      hints: ['Does the folder exist, and may you write to it?'],
    });
  });
  try {
    let { size: length } = await handle.stat();
    for await (const chunk of body) {
      length += chunk.length;
      demandRoom(length);
      await handle.write(chunk);
    }
  } finally {
    await handle.close();
  }
  const file = new Uint8Array(await readFile(path));
  try {
    demandUndamaged(file, sha256);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return file;
}

function demandRoom(length: number): void {
  if (length <= maxBundleBytes) return;
  throw new EslabonError('BUNDLE_TOO_LARGE', `The agent sends more than ${maxBundleBytes} bytes.`, {
    hints: ['Is this the address of an Eslabón agent?'],
  });
}

function demandUndamaged(file: Uint8Array, sha256: string | undefined): void {
  if (sha256 === undefined || createHash('sha256').update(file).digest('hex') === sha256) return;
  throw new EslabonError('UNAVAILABLE', 'What came is not what the agent sent: it was damaged on the way.', {
    hints: ['Fetch again. If it happens again, ask your network administrator.'],
  });
}
