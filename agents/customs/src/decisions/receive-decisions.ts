import { isDeepStrictEqual } from 'node:util';
import type { Decision, DecisionReceipt } from '@eslabon/client/contract';
import { EslabonError } from '@eslabon/core';
import { type EntityManager, In } from 'typeorm';
import type { AgentParts } from '../agent-parts.js';
import { insertRows } from '../platform/database/insert-rows.js';
import type { Caller } from '../platform/http/caller.js';
import { decisionTable } from './decision-table.js';

type Parts = Pick<AgentParts, 'config' | 'database' | 'clock'>;

/**
 * Keeps what a border post decided. The post sends again what it got no answer for, so that a decision that is known
 * already counts as received; with another content under the same id, nothing of the upload is kept.
 * @throws EslabonError DECISION_CONFLICT, INPUT_INVALID when a decision was made for another country.
 */
export async function receiveDecisions(
  { config, database, clock }: Parts,
  decisions: readonly Decision[],
  caller: Caller,
): Promise<DecisionReceipt> {
  refuse(
    decisions.flatMap(({ as }, i) =>
      as === config.country
        ? []
        : [
            {
              path: `body.decisions.${i}.as`,
              message: `is ${as}, and this is the agent of ${config.country}`,
            },
          ],
    ),
    'INPUT_INVALID',
    'Decisions of another country’s posts do not belong here',
    'Upload them to the agent of the post’s own administration.',
  );
  return database.transaction(async (manager) => {
    const contents = await knownContents(manager, decisions);
    const known = new Set(contents.keys());
    const conflicts: Issue[] = [];
    for (const [i, decision] of decisions.entries()) {
      const before = contents.get(decision.id);
      if (before === undefined) contents.set(decision.id, decision);
      else if (!isDeepStrictEqual(before, decision)) {
        conflicts.push({
          path: `body.decisions.${i}.id`,
          message: `${decision.id} stands for another decision`,
        });
      }
    }
    refuse(
      conflicts,
      'DECISION_CONFLICT',
      'Decisions that are known came again with another content',
      'Nothing of the upload was kept. Send the others again without these, and keep these for your supervisor.',
    );
    const receivedAt = clock().toISOString();
    const rows = [...contents.values()]
      .filter(({ id }) => !known.has(id))
      .map((content) => ({
        id: content.id,
        post: content.post,
        verdict: content.verdict,
        decidedAt: new Date(content.decidedAt).toISOString(),
        content,
        receivedAt,
        receivedFrom: caller.name,
      }));
    await insertRows(manager, decisionTable, rows);
    return { stored: rows.length, known: decisions.length - rows.length };
  });
}

interface Issue {
  path: string;
  message: string;
}

async function knownContents(
  manager: EntityManager,
  decisions: readonly Decision[],
): Promise<Map<string, Decision>> {
  const ids = [...new Set(decisions.map(({ id }) => id))];
  const rows = await manager.findBy(decisionTable, { id: In(ids) });
  return new Map(rows.map(({ id, content }) => [id, content]));
}

function refuse(
  issues: readonly Issue[],
  code: 'INPUT_INVALID' | 'DECISION_CONFLICT',
  sentence: string,
  hint: string,
): void {
  const [first] = issues;
  if (first === undefined) return;
  throw new EslabonError(code, `${sentence}: ${first.path} ${first.message}.`, {
    hints: [hint],
    details: { issues },
  });
}
