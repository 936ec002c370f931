import type { StatusAction } from '@eslabon/core';
import { describe, expect, it } from '@jest/globals';
import { certificateAnswer } from '../testing/agent-answers.js';
import { captureIo } from '../testing/capture-io.js';
import { confirmChange } from './confirm-change.js';

const number = 'PE-OEA-2024-0012';

function confirm(action: StatusAction, options: { yes?: boolean; confirm?: string }, answer?: string) {
  const questions: string[] = [];
  const ask =
    answer === undefined
      ? undefined
      : async (question: string) => {
          questions.push(question);
          return answer;
        };
  const session = { io: captureIo({ ask }), language: 'es', exitCode: 0 } as const;
  return { questions, done: confirmChange({ action, view: certificateAnswer(), options }, session) };
}

const refused = { code: 'CERTIFICATE_CONFIRMATION' };

describe('confirmChange', () => {
  it('revokes with the number typed at the terminal, or given', async () => {
    await expect(confirm('revoke', {}, ` ${number} `).done).resolves.toBe(number);
    await expect(confirm('revoke', { confirm: number }).done).resolves.toBe(number);
  });

  it('does not revoke with another number, with --yes, or where nobody can type', async () => {
    await expect(confirm('revoke', {}, 'PE-OEA-2024-0013').done).rejects.toMatchObject(refused);
    await expect(confirm('revoke', { confirm: 'yes' }, number).done).rejects.toMatchObject(refused);
    await expect(confirm('revoke', { yes: true }).done).rejects.toMatchObject(refused);
  });

  it('asks before a suspension at a terminal, in the language, and takes only a yes for yes', async () => {
    const asked = confirm('suspend', {}, 's');
    await expect(asked.done).resolves.toBeUndefined();
    expect(asked.questions).toEqual([`¿Suspender ${number}, Agroindustrias del Norte S.A.C.? [s/N] `]);
    await expect(confirm('suspend', {}, '').done).rejects.toMatchObject(refused);
    await expect(confirm('reinstate', {}, 'no').done).rejects.toMatchObject(refused);
  });

  it('does not ask with --yes, nor in a script', async () => {
    const yes = confirm('suspend', { yes: true }, 'no');
    await expect(yes.done).resolves.toBeUndefined();
    expect(yes.questions).toEqual([]);
    await expect(confirm('reinstate', {}).done).resolves.toBeUndefined();
  });
});
