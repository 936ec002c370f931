import type { HistoryEntry } from '@eslabon/client/contract';
import { type Language, operatorRoleSchema, statusActionSchema, statusReasonSchema } from '@eslabon/core';
import { formatCount, formatDay } from '@eslabon/ui/format';
import type { Translate } from '@eslabon/ui/words';
import { catalogues } from '@eslabon/verifier';
import { troubleKey } from '../../words/trouble-words.js';

/** What turns data into words. */
interface Telling {
  t: Translate;
  language: Language;
  instant(instant: string): string;
}

type Detail = (value: unknown, telling: Telling) => string | undefined;

/**
 * What is told of the data of an event, by member and in this order. Ids of offers, changes and credentials are for
 * machines, and left out.
 */
const details: Record<string, Detail> = {
  action: (value, { t }) => {
    const action = statusActionSchema.safeParse(value);
    return action.success ? t(`history.action.${action.data}`) : undefined;
  },
  reason: (value, { t }) => {
    const reason = statusReasonSchema.safeParse(value);
    return reason.success ? t('history.reason', { reason: t(`reason.${reason.data}`) }) : undefined;
  },
  decision: (value, { t, language }) => {
    const { reference, date } = (value ?? {}) as { reference?: unknown; date?: unknown };
    if (typeof reference !== 'string' || typeof date !== 'string') return undefined;
    return t('history.decision', { reference, date: formatDay(date, language) });
  },
  effectiveAt: instant('history.effectiveAt'),
  note: (value, { t }) => (typeof value === 'string' ? t('history.note', { note: value }) : undefined),
  validUntil: (value, { t, language }) =>
    typeof value === 'string' ? t('history.validUntil', { day: formatDay(value, language) }) : undefined,
  operatorRoles: (value, { t, language }) => {
    const roles = operatorRoleSchema.array().safeParse(value);
    if (!roles.success) return undefined;
    const names = roles.data.map((role) => catalogues[language].roles[role]);
    return t('history.operatorRoles', { roles: names.join(', ') });
  },
  expiresAt: instant('history.expiresAt'),
  to: (value, { t }) => (typeof value === 'string' ? t('history.to', { to: value }) : undefined),
  code: (value, { t }) => (typeof value === 'string' ? t(`trouble.${troubleKey(value)}`) : undefined),
  copies: (value, { t }) => (Array.isArray(value) ? t('history.copies', { count: value.length }) : undefined),
  blockNumber: (value, { t, language }) =>
    typeof value === 'number' ? t('history.block', { block: formatCount(value, language) }) : undefined,
};

/** What an event of the history was about, in the words of a language. */
export function historyDetails(telling: Telling, { data }: HistoryEntry): string[] {
  return Object.entries(details).flatMap(([member, tell]) => {
    const told = Object.hasOwn(data, member) ? tell(data[member], telling) : undefined;
    return told === undefined ? [] : [told];
  });
}

function instant(key: 'history.effectiveAt' | 'history.expiresAt'): Detail {
  return (value, telling) =>
    typeof value === 'string' ? telling.t(key, { at: telling.instant(value) }) : undefined;
}
