/** Line of the quote that is never closed, from 1: the last one that opens. */
export function openQuoteLine(text: string): number {
  let line = 1;
  let openedAt = 1;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') {
      quoted = !quoted;
      if (quoted && text[i - 1] !== '"') openedAt = line;
    } else if (text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n')) line++;
  }
  return openedAt;
}
