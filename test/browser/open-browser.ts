import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from './find-chromium.js';

const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
];

export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), headless: true, args: [...flags, ...more] });
}

export interface WatchedPage {
  page: Page;
  /** Addresses of everything that the page asked for. */
  requests: string[];
  /** Errors and warnings of the console, exceptions, breaches of the content security policy. */
  complaints(): Promise<string[]>;
}

/** A page of which everything is written down that it loads and complains about. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const page = await browser.newPage(options);
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    complaints.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  await page.addInitScript(`
    window.policyBreaches = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      window.policyBreaches.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI));
  `);
  return {
    page,
    requests,
    complaints: async () => [...complaints, ...(await page.evaluate<string[]>('window.policyBreaches'))],
  };
}
