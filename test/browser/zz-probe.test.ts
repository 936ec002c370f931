import { issueSample, sampleCertificate } from '@eslabon/customs/testing';
import { afterAll, beforeAll, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from './open-browser.js';
import { type ActionsWorld, startActionsWorld } from './portal/actions-world.js';
import { type Desk, openDesk } from './portal/open-desk.js';

let browser: Browser;
let world: ActionsWorld;
let s: Desk;
const pics = '/tmp/pics';
beforeAll(async () => {
  browser = await openBrowser();
  world = await startActionsWorld();
  s = await openDesk(browser, world.peru);
  await s.signIn(world.peru.keys.supervisor);
  await s.heading(/^Certificados$/).waitFor();
}, 180_000);
afterAll(async () => { await browser?.close(); await world?.stop(); });
const log = (...x: unknown[]) => process.stderr.write(`PROBE ${x.map((y) => typeof y === 'string' ? y : JSON.stringify(y)).join(' ')}\n`);
const shot = async (name: string, width = 360, fullPage = true) => {
  await s.page.setViewportSize({ width, height: 800 });
  const w = await s.page.evaluate('[document.documentElement.scrollWidth, ...[...document.querySelectorAll("dialog[open]")].map(d=>d.scrollWidth+">"+d.clientWidth)].join()');
  log(name, width, 'scrollWidth', w);
  await s.page.screenshot({ path: `${pics}/${name}-${width}.png`, fullPage });
};


it('nasty', async () => {
  const nasty = `<img> {{number}} ACME`;
  const long = 'X'.repeat(250);
  const number = 'N'.repeat(35);
  const a = await world.peru.as('officer').proposeCertificate({ body: { certificate: sampleCertificate({ legalName: nasty, certificateNumber: number, tradeName: long }) } });
  const b = await world.peru.as('officer').proposeCertificate({ body: { certificate: sampleCertificate({ legalName: long, certificateNumber: 'OEA-1' }) } });
  const c = await issueSample(world.peru, { certificateNumber: 'M'.repeat(35), legalName: long });
  for (const h of ['#/waiting', '#/certificates', `#/certificates/${a.id}`, `#/certificates/${b.id}`, `#/certificates/${c.id}`]) {
    await s.go(h);
    await s.page.waitForTimeout(900);
    for (const w of [320, 360, 1280]) {
      await s.page.setViewportSize({ width: w, height: 800 });
      log(h, w, await s.page.evaluate(`[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > ${w} && !e.closest('.hidden-visually')).map(e => e.tagName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().right)).slice(0,6)`));
      await s.page.screenshot({ path: `${pics}/n${h.replaceAll(/[^a-z]/g,'').slice(0,14)}-${w}.png`, fullPage: true });
    }
  }
}, 60000);
