import { afterAll, beforeAll, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from './open-browser.js';
import { openHolder } from './wallet/open-holder.js';
import { startWalletWorld, type WalletWorld } from './wallet/wallet-world.js';

let browser: Browser;
let world: WalletWorld;
beforeAll(async () => {
  browser = await openBrowser();
  world = await startWalletWorld();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});
const pause = (ms: number) => new Promise((r) => setTimeout(r, ms));
it('debug', async () => {
  const offer = await world.offer();
  console.log(offer.walletUrl);
  const company = await openHolder(browser, offer.walletUrl);
  const text = async (label: string) =>
    console.log(
      label,
      company.page.url(),
      await company.page.locator('main').innerText(),
      await company.watched.complaints(),
    );
  await company.setUp('x');
  await pause(3000);
  await text('after setup');
  await company.open(offer.walletUrl);
  await pause(3000);
  await text('opened again');
  await company.page.getByLabel('Código de transacción').fill(offer.txCode);
  await company.button('Recibir el certificado').click();
  await pause(3000);
  await text('accepted');
  const r = await world.ask({ kind: 'consignment', reference: 'CARTA-77' });
  await company.open(world.linkOf(r));
  await pause(2000);
  await text('consent');
  const driver = await openHolder(browser, `${world.peru.url}/wallet/`);
  await driver.setUp('Rosa');
  await driver.go('Delegaciones');
  await driver.page.getByText('Pedir una delegación a una empresa').click();
  const invitation = await driver.shownLink();
  await company.open(invitation);
  await pause(1000);
  await text('give');
  await company.button('Dar la delegación').click();
  await pause(2000);
  await text('given');
}, 120_000);
