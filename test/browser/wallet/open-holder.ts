import { expect } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { openPage, type WatchedPage } from '../open-browser.js';

/** Somebody with a wallet on a device of their own, who works it by what is written on it (in Spanish). */
export interface Holder {
  page: Page;
  watched: WatchedPage;
  /** Opens a link into the wallet, as from a message. */
  open(link: string): Promise<void>;
  /** @returns the recovery code */
  setUp(deviceName: string): Promise<string>;
  go(name: 'Inicio' | 'Presentar' | 'Delegar' | 'Historial' | 'Ajustes'): Promise<void>;
  heading(name: string | RegExp): Locator;
  button(name: string): Locator;
  alert(text: string): Locator;
  /** Opens what is folded up, unless it is open. */
  unfold(summary: string): Promise<void>;
  /** Shows a link that the page has as a QR code and to copy. */
  shownLink(): Promise<string>;
  close(): Promise<void>;
}

export async function openHolder(browser: Browser, link: string): Promise<Holder> {
  const watched = await openPage(browser, { locale: 'es-PE', acceptDownloads: true });
  const { page } = watched;
  page.setDefaultTimeout(20_000);
  await page.goto(link);
  const holder: Holder = {
    page,
    watched,
    async open(address) {
      await page.goto(address);
    },
    heading: (name) => page.getByRole('heading', { name }),
    button: (name) => page.getByRole('button', { name, exact: true }),
    alert: (text) => page.getByRole('alert').filter({ hasText: text }),
    async setUp(deviceName) {
      await holder.heading('Preparar esta billetera').waitFor();
      await page.getByLabel('Nombre de este equipo').fill(deviceName);
      await holder.button('Crear la billetera').click();
      await holder.heading('Su código de recuperación').waitFor();
      const code = (await page.locator('.recovery-code').textContent()) ?? '';
      await page.getByLabel('Guardé el código en un lugar seguro').check();
      await holder.button('Abrir la billetera').click();
      await page.getByRole('navigation').waitFor();
      return code;
    },
    async go(name) {
      await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
      await page.locator('h1').waitFor();
    },
    async unfold(summary) {
      const folded = page.locator('details:not([open]) > summary').filter({ hasText: summary });
      if ((await folded.count()) > 0) await folded.click();
    },
    async shownLink() {
      await holder.unfold('Mostrar el enlace');
      return (await page.locator('.link-text').textContent()) ?? '';
    },
    close: () => page.context().close(),
  };
  return holder;
}

/** Nothing broke the policy, nothing was thrown, and nothing went to anybody but the two agents. */
export async function expectClean({ watched }: Holder, origins: readonly string[]): Promise<void> {
  const foreign = watched.requests.filter(
    (address) => !/^(data|blob):/.test(address) && !origins.includes(new URL(address).origin),
  );
  expect(foreign).toEqual([]);
  const complaints = await watched.complaints();
  expect(complaints.filter((complaint) => /^(policy|exception)/.test(complaint))).toEqual([]);
}
