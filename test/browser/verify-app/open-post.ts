import { expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openPage, type WatchedPage } from '../open-browser.js';
import type { BorderWorld } from './border-world.js';
import { type Officer, officerAt } from './officer.js';

export interface Post extends Officer {
  watched: WatchedPage;
}

/** A new device that opens the app of Mexico's agent. */
export async function openPost(browser: Browser, world: Pick<BorderWorld, 'mexico' | 'file'>): Promise<Post> {
  const watched = await openPage(browser, { locale: 'es-MX' });
  watched.page.setDefaultTimeout(10_000);
  await watched.page.goto(`${world.mexico.url}/verify/`);
  return Object.assign(officerAt(watched.page, world), { watched });
}

/** Everything came from the agent, nothing broke the policy, and nothing was thrown. */
export async function expectClean({ watched, page }: Pick<Post, 'watched' | 'page'>): Promise<void> {
  const origin = new URL(page.url()).origin;
  const foreign = watched.requests.filter(
    (address) => !/^(data|blob):/.test(address) && new URL(address).origin !== origin,
  );
  expect(foreign).toEqual([]);
  const complaints = await watched.complaints();
  expect(complaints.filter((complaint) => /^(policy|exception)/.test(complaint))).toEqual([]);
}
