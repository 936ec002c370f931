import type { Language } from '@eslabon/core';
import type { WordTree } from '../words/wording.js';

interface WordFault {
  language: string;
  key: string;
  fault: 'missing' | 'unknown' | 'empty' | 'unclean' | 'placeholders' | 'untranslated';
}

/**
 * What is wrong with the words of an app, compared with its English ones: the same keys, nothing empty or left over, the
 * same placeholders, and no whole sentence in English.
 */
export function wordFaults(words: Record<Language, WordTree>): WordFault[] {
  const english = new Map(flat(words.en));
  return Object.entries(words).flatMap(([language, tree]) => {
    const own = new Map(flat(tree));
    const faults: WordFault[] = [];
    const note = (key: string, fault: WordFault['fault']) => faults.push({ language, key, fault });
    for (const key of english.keys()) if (!own.has(key)) note(key, 'missing');
    for (const [key, text] of own) {
      const model = english.get(key);
      if (model === undefined) note(key, 'unknown');
      if (text === '') note(key, 'empty');
      if (text !== text.trim() || /\s\s|TODO|undefined/.test(text)) note(key, 'unclean');
      if (model === undefined || language === 'en') continue;
      if (placeholders(text) !== placeholders(model)) note(key, 'placeholders');
      if (text === model && /[a-z]{4}.* .*[a-z]{4}/.test(text.replace(/{{\w+}}/g, '')))
        note(key, 'untranslated');
    }
    return faults;
  });
}

function flat(tree: WordTree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[`${path}${name}`, value] as [string, string]]
      : flat(value, `${path}${name}.`),
  );
}

function placeholders(text: string): string {
  return [...new Set(text.match(/{{\w+}}/g) ?? [])].sort().join();
}
