import type { Presentation } from '@eslabon/client/contract';
import { formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { refusalKey } from './refusal-key.js';

interface RefusalListProps {
  refusals: Presentation['refusals'];
  isOpen?: boolean;
}

/** Answers that the agent refused, in words, with what it told the wallet. */
export function RefusalList({ refusals, isOpen = false }: RefusalListProps) {
  const { t, language } = useWords();
  if (refusals.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary>{t('request.refusedTitle', { count: refusals.length })}</summary>
      <ul className="reasons">
        {refusals.map(({ at, code, detail }) => (
          <li key={`${at} ${code}`}>
            {formatInstant(at, language)}: {t(`refusal.${refusalKey(code)}`)}{' '}
            <span className="mono small soft" lang="en">
              {code}: {detail}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
