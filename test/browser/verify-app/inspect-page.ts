import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = fileURLToPath(new URL('../../../docs/screenshots', import.meta.url));

interface Violation {
  id: string;
  impact: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** Holds what is on the screen against WCAG 2.2 AA and good practice: nothing serious or critical, light and dark. */
async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe);
    const violations = await page.evaluate<Violation[]>('axe.run().then(({ violations }) => violations)');
    const grave = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => ({
        id,
        colorScheme,
        where: nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`),
      }));
    expect(grave).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Nothing may stand out to the side on a narrow screen. */
export async function expectFits(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect(wide).toBeLessThanOrEqual(width);
}

/** Looks at a screen as a narrow telephone and a wide desktop show it. */
export async function inspectScreen(page: Page): Promise<void> {
  await expectAccessible(page);
  for (const width of [1280, 360]) await expectFits(page, width);
}

/**
 * The same, and writes both pictures to docs/screenshots where ESLABON_SCREENSHOTS is set: only then, so that a run
 * leaves the tree as it was.
 */
export async function inspectAndPicture(page: Page, name: string, app = 'verify'): Promise<void> {
  await inspectScreen(page);
  if (process.env.ESLABON_SCREENSHOTS === undefined) return;
  mkdirSync(pictures, { recursive: true });
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate('scrollTo(0, 0)');
    await page.screenshot({ path: `${pictures}/${app}-${name}-${width}.png` });
  }
}
