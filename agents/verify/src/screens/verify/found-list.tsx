import { Button, Icon } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import type { Assessment, LookUpAnswer } from '../../engine/contract.js';
import { ForeignEntries } from './foreign-entries.js';
import { verdictIcons } from './verdict-look.js';

interface FoundListProps {
  answer: LookUpAnswer;
  onOpen(assessment: Assessment): void;
}

/** Several certificates of one company: each with its own verdict, and none of them standing for all. */
export function FoundList({ answer, onOpen }: FoundListProps) {
  const { t, language } = useWords();
  const { assessments, tin, foreign } = answer;
  return (
    <section className="stack">
      <h2>{t('verify.severalTitle', { count: assessments.length, tin })}</h2>
      <p>{t('verify.several')}</p>
      <ForeignEntries count={foreign} />
      <ul className="found">
        {assessments.map((assessment) => {
          const { verdict, sha256 } = assessment;
          const words = assessment.words[language];
          const number = verdict.certificate?.certificateNumber ?? sha256.slice(0, 12);
          return (
            <li key={sha256}>
              <div className="stack tight">
                <span className="badge">
                  <Icon name={verdictIcons[verdict.verdict]} />
                  {words.word}
                </span>
                <strong>{number}</strong>
                <span className="soft">{words.certificateType}</span>
              </div>
              <Button aria-label={`${t('verify.open')}: ${number}`} onClick={() => onOpen(assessment)}>
                {t('verify.open')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
