import type { StatusChangeView } from '@eslabon/client/contract';
import type { Language } from '@eslabon/core';
import { describeInstant } from '../output/describe-instant.js';
import { statusSentences } from './status-sentences.js';

/** How far a status change got, as lines for a person. */
export function describeChange(number: string, change: StatusChangeView, language: Language): string[] {
  const say = statusSentences[language];
  const done = say.done[change.action](number);
  const note = change.note === null ? [] : [`  ${change.note}`];
  switch (change.state) {
    case 'confirmed':
      return [`✔ ${done}`, `  ${say.block(change.blockNumber ?? 0, change.transaction ?? '–')}`];
    case 'scheduled':
      return [`✔ ${done}`, `  ${say.scheduled(describeInstant(change.effectiveAt))}`, ...note];
    case 'superseded':
    case 'failed':
      return [`✖ ${say.failed(number)}`, ...note];
    case 'queued':
    case 'sent':
      return [
        `⚠ ${say.waiting(number)}`,
        ...note,
        `  ${say.follow} eslabon certificate get ${change.certificateId}`,
      ];
  }
}
