import { Icon } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useEffect, useRef } from 'react';
import type { WordedVerdict } from '../../engine/contract.js';
import { verdictIcons } from './verdict-look.js';

/**
 * The verdict as it must not be misread: icon, word, colour and edge say the same, and what to do stands beneath. It
 * takes the focus when it appears, so that a screen reader says it first.
 */
export function VerdictBanner({ told }: { told: WordedVerdict }) {
  const { t, language } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { verdict } = told.verdict;
  const { word, meaning } = told.words[language];
  return (
    <section className={`verdict ${verdict}`} aria-label={t('verdict.label')} data-verdict={verdict}>
      <Icon name={verdictIcons[verdict]} className="verdict-icon" />
      <div>
        <h1 ref={heading} tabIndex={-1} className="verdict-word" aria-describedby="verdict-meaning">
          {word}
        </h1>
        <p id="verdict-meaning" className="verdict-meaning" role="status">
          {meaning}
        </p>
      </div>
      <p className="verdict-advice">
        <strong>{t('verdict.todo')}:</strong> {t(`verdict.advice.${told.advice}`)}
      </p>
    </section>
  );
}
