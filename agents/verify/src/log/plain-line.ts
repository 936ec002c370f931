/** Text as one line that can steer neither a terminal nor a spreadsheet's import: no control characters, not too long. */
export function plainLine(text: string, max: number): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, max)
    .trim();
}
