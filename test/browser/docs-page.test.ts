import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Network } from '@eslabon/network';
import { startNetwork } from '@eslabon/network';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { WatchedPage } from './open-browser.js';
import { openBrowser, openPage } from './open-browser.js';

const root = mkdtempSync(join(tmpdir(), 'eslabon-browser-'));
let network: Network | undefined;
let browser: Browser | undefined;
let watched: WatchedPage;
let url: string;

beforeAll(async () => {
  browser = await openBrowser();
  network = await startNetwork({
    root,
    fresh: true,
    basePort: 0,
    registers: false,
    report: () => undefined,
  });
  url = network.agents.get('PE')?.url as string;
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await network?.stop();
  rmSync(root, { recursive: true, force: true });
});

async function openDocs(): Promise<Page> {
  watched = await openPage(browser as Browser);
  await watched.page.goto(`${url}/docs/`);
  await watched.page.locator('#swagger-ui .opblock').first().waitFor();
  return watched.page;
}

/** Nothing came from elsewhere, and nothing was complained about. */
async function expectClean(): Promise<void> {
  const { requests, complaints } = watched;
  expect(requests.length).toBeGreaterThan(3);
  expect(requests.filter((address) => !address.startsWith(`${url}/`) && !isInline(address))).toEqual([]);
  expect(await complaints()).toEqual([]);
}

const isInline = (address: string) => address.startsWith('data:');

describe('/docs of an agent', () => {
  it('shows every operation with nothing from elsewhere', async () => {
    const page = await openDocs();
    const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as { paths: object };
    const count = Object.values(paths).flatMap((path) => Object.keys(path)).length;
    expect(count).toBeGreaterThan(10);
    expect(await page.locator('.opblock').count()).toBe(count);
    await expectClean();
  });

  it('lists certificates by clicks, with an API key', async () => {
    const page = await openDocs();
    await page.locator('.auth-wrapper .btn.authorize').click();
    const dialog = page.locator('.dialog-ux');
    await dialog.locator('input').fill(network?.apiKeys.PE?.officer as string);
    await dialog.locator('button.authorize').click();
    await dialog.getByRole('button', { name: 'Close' }).first().click();

    const operation = page.locator('.opblock[id$="-listCertificates"]');
    await operation.locator('.opblock-summary-control').click();
    await operation.locator('button.execute').click();
    const answer = operation.locator('.live-responses-table .response').first();
    expect((await answer.locator('.response-col_status').textContent())?.trim()).toBe('200');
    expect(await answer.locator('.response-col_description').textContent()).toContain('"items"');
    await expectClean();
  });

  it('lets the keyboard reach Authorize and open it', async () => {
    const page = await openDocs();
    const focused = () => page.evaluate<string>('document.activeElement?.className ?? ""');
    for (let i = 0; i < 10 && !/\bauthorize\b/.test(await focused()); i++) await page.keyboard.press('Tab');
    expect(await focused()).toMatch(/\bauthorize\b/);
    await page.keyboard.press('Enter');
    await page.locator('.dialog-ux input').waitFor();
    await expectClean();
  });

  it('is watched by tests that notice what comes from elsewhere', async () => {
    const page = await openDocs();
    await page.evaluate(
      'document.body.append(Object.assign(new Image(), { src: "http://127.0.0.1:1/x.png" }))',
    );
    await page.waitForFunction('window.policyBreaches.length > 0');
    expect(await watched.complaints()).toContain('policy: img-src http://127.0.0.1:1/x.png');
    await expect(expectClean()).rejects.toThrow('http://127.0.0.1:1/x.png');
  });
});
