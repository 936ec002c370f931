import type { TestAgent } from '@eslabon/customs/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { openPage, type WatchedPage } from '../open-browser.js';

/** An officer's desk: works the portal by what is written on it (in Spanish). */
export interface Desk {
  watched: WatchedPage;
  page: Page;
  signIn(key: string): Promise<void>;
  button(name: string | RegExp): Locator;
  heading(name: string | RegExp): Locator;
  alert(text: string): Locator;
  status(text: string | RegExp): Locator;
  /** Goes to a page by its part of the address after `#`. */
  go(hash: string): Promise<void>;
}

/** A new tab that opens the portal of an agent. */
export async function openDesk(browser: Browser, agent: Pick<TestAgent, 'url'>): Promise<Desk> {
  const watched = await openPage(browser, { locale: 'es-PE' });
  const { page } = watched;
  page.setDefaultTimeout(10_000);
  await page.clock.install();
  await page.goto(`${agent.url}/portal/`);
  const desk: Desk = {
    watched,
    page,
    async signIn(key) {
      await page.getByLabel('Clave').fill(key);
      await desk.button('Entrar').click();
    },
    button: (name) => page.getByRole('button', { name, exact: typeof name === 'string' }),
    heading: (name) => page.getByRole('heading', { name }),
    alert: (text) => page.getByRole('alert').filter({ hasText: text }),
    status: (text) => page.getByRole('status').filter({ hasText: text }),
    async go(hash) {
      await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
    },
  };
  return desk;
}
