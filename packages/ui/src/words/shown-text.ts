// Not from all of core, which would bring its schemas into the first file of every page.
import { hiddenSigns } from '@eslabon/core/text';

/**
 * A text from a register or a company as it is shown: what would hide or turn round a part of it stands there as �, so that
 * it is seen. Line breaks and tabs become spaces.
 */
export function shownText(text: string): string {
  return text.replaceAll(/[\t\n\r]+/g, ' ').replaceAll(hiddenSigns, '\uFFFD');
}
