import { useWords } from '@eslabon/ui/words';
import { useId } from 'react';
import type { Candidate } from '../../session/contract.js';

interface CandidateChoiceProps {
  candidates: readonly Candidate[];
  chosen: Candidate | undefined;
  onChoose(candidate: Candidate): void;
}

/** Which of several that fit is shown. */
export function CandidateChoice({ candidates, chosen, onChoose }: CandidateChoiceProps) {
  const { t } = useWords();
  const name = useId();
  return (
    <fieldset className="stack tight">
      <legend>{t('present.choose')}</legend>
      {candidates.map((candidate) => (
        <label key={`${candidate.kind} ${candidate.id}`} className="check">
          <input
            type="radio"
            name={name}
            checked={candidate === chosen}
            onChange={() => onChoose(candidate)}
          />
          <span>
            {candidate.label}
            <span className="soft small">
              {' · '}
              {t(`present.${candidate.kind}`)}
              {candidate.state !== undefined && ` · ${t(`state.${candidate.state}`)}`}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
