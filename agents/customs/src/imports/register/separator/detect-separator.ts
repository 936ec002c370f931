const separators = [',', ';', '\t', '|'] as const;

export type Separator = (typeof separators)[number];

const linesLookedAt = 30;

/**
 * The separator whose number outside quotes is the most consistent over the first lines: the number in the header
 * times the share of lines that have the same number. A comma for a file of one column.
 */
export function detectSeparator(text: string): Separator {
  const lines = countByLine(text);
  let best: Separator = ',';
  let bestScore = 0;
  for (const [index, separator] of separators.entries()) {
    const inHeader = lines[0]?.[index] ?? 0;
    const alike = lines.filter((counts) => counts[index] === inHeader).length;
    const score = inHeader * (alike / lines.length);
    if (score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}

/** How often each separator stands outside quotes, for each of the first lines that are not blank. */
function countByLine(text: string): number[][] {
  const lines: number[][] = [];
  let counts = separators.map(() => 0);
  let quoted = false;
  let blank = true;
  for (let i = 0; i < text.length && lines.length < linesLookedAt; i++) {
    const char = text[i] as string;
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '\n' || char === '\r')) {
      if (!blank) lines.push(counts);
      counts = separators.map(() => 0);
      blank = true;
      continue;
    } else if (!quoted) {
      const index = separators.indexOf(char as Separator);
      if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
    }
    blank = false;
  }
  if (!blank && lines.length < linesLookedAt) lines.push(counts);
  return lines;
}
