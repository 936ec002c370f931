/**
 * What nobody sees and what turns what is seen round: control characters, signs of direction, and those that have no width.
 */
const hidden = /[\p{Cc}\p{Bidi_Control}\u200b-\u200f\u2028\u2029\u2060-\u206f\ufeff]/gu;

/**
 * A text from a register or a company as it is shown: what would hide or turn round a part of it stands there as �, so that
 * it is seen. Line breaks and tabs become spaces.
 */
export function shownText(text: string): string {
  return text.replaceAll(/[\t\n\r]+/g, ' ').replaceAll(hidden, '\uFFFD');
}
