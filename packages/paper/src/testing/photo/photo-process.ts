import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EslabonError } from '@eslabon/core';
import { readPhoto } from '../../photo/read-photo.js';
import { type Shot, takePhoto } from './take-photo.js';

// Takes the photos that task.json of a folder asks for, of the page that lies there, and reads them if it says so.
const folder = process.argv[2] as string;
const { width, height, shots, isRead } = JSON.parse(await readFile(join(folder, 'task.json'), 'utf8'));
const page = { width, height, data: new Uint8Array(await readFile(join(folder, 'page.luma'))) };
const found: string[] = [];
for (const [at, shot] of (shots as Shot[]).entries()) {
  const photo = takePhoto(page, shot);
  await writeFile(join(folder, `${at}.jpg`), photo);
  if (isRead) found.push(textIn(photo));
}
process.stdout.write(JSON.stringify(found));

function textIn(photo: Uint8Array): string {
  try {
    return readPhoto(photo);
  } catch (error) {
    if (error instanceof EslabonError) return error.code;
    throw error;
  }
}
