import { hiddenSigns, shown } from '@eslabon/core';

/**
 * Text that an officer may be shown although a stranger wrote it: on one line, without terminal escapes or reversed
 * writing, and not longer than a name needs.
 */
export function plainText(value: unknown, maxLength = 300): string {
  const text = shown(value, Number.POSITIVE_INFINITY).replace(hiddenSigns, '\u00b7');
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}
