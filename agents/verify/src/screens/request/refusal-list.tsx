import type { Presentation } from '@eslabon/client/contract';
import { formatInstant } from '../../words/format.js';
import { useWords } from '../../words/use-words.js';
import { refusalKey } from './refusal-key.js';

/** Answers that the agent refused, in words; the request stays open for a better one. */
export function RefusalList({ refusals }: { refusals: Presentation['refusals'] }) {
  const { t, language } = useWords();
  if (refusals.length === 0) return null;
  return (
    <>
      <h3>{t('request.refusedTitle', { count: refusals.length })}</h3>
      <ul className="reasons">
        {refusals.map(({ at, code, detail }) => (
          <li key={`${at} ${code}`}>
            {formatInstant(at, language)}: {t(`refusal.${refusalKey(code)}`)}
            <details>
              <summary>{t('common.code', { code })}</summary>
              <p className="mono small" lang="en">
                {detail}
              </p>
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
