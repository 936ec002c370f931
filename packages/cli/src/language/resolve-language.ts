import type { Language } from '@eslabon/core';

export const languages = ['en', 'es', 'pt'] as const satisfies readonly Language[];

/**
 * The language of results: the `--lang` option, else the locale of the environment in the order of POSIX
 * (LC_ALL, LC_MESSAGES, LANG: the first that is not empty decides), else English.
 */
export function resolveLanguage(
  option: Language | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  if (option !== undefined) return option;
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return languages.find((language) => locale?.slice(0, 2).toLowerCase() === language) ?? 'en';
}
