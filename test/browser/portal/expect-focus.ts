import { waitFor } from '@eslabon/customs/testing';
import type { Page } from 'playwright-core';

/**
 * Waits until what has the focus is called so, by its label or its own text. Pages move the focus after they have shown
 * what it goes to.
 */
export async function expectFocus(page: Page, name: string): Promise<void> {
  await waitFor(
    () =>
      page.evaluate<string>(
        'document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent',
      ),
    (found) => found.trim() === name,
  );
}

/** The same for an entry of a list, by its place. */
export async function expectFocusWithin(page: Page, entries: string, place: number): Promise<void> {
  const list = `document.querySelectorAll(${JSON.stringify(entries)})`;
  await waitFor(
    () => page.evaluate<number>(`[...${list}].findIndex((entry) => entry.contains(document.activeElement))`),
    (found) => found === place,
  );
}
