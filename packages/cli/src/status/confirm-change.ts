import type { CertificateView } from '@eslabon/client/contract';
import { EslabonError, type StatusAction } from '@eslabon/core';
import { printable } from '../output/printable.js';
import type { Session } from '../program/session.js';
import type { StatusOptions } from './status-command.js';
import { statusSentences } from './status-sentences.js';

export interface ChangeToConfirm {
  action: StatusAction;
  view: CertificateView;
  options: Pick<StatusOptions, 'yes' | 'confirm'>;
}

/**
 * Makes sure that the person means it. To revoke, the certificate number has to be typed or given; the other
 * actions ask only where there is a terminal.
 * @returns What goes to the agent as `confirm`.
 * @throws EslabonError CERTIFICATE_CONFIRMATION; nothing was changed.
 */
export async function confirmChange(change: ChangeToConfirm, session: Session): Promise<string | undefined> {
  const { action, view, options } = change;
  const { ask } = session.io;
  const say = statusSentences[session.language];
  const number = view.certificate.certificateNumber;
  const who = printable(`${number}, ${view.certificate.legalName}`);
  if (action === 'revoke') {
    const typed = options.confirm ?? (await ask?.(`${say.askNumber(who)} `));
    if (typed?.trim() === number) return number;
    throw notConfirmed(
      typed === undefined
        ? `To revoke ${number} its number must be confirmed.`
        : `“${typed.trim()}” is not the certificate number ${number}.`,
      `Revocation is final. Nothing was changed. Repeat the number with --confirm ${number}.`,
    );
  }
  if (options.yes !== true && ask !== undefined) {
    const answer = await ask(`${say.askYes[action](who)} `);
    if (!say.yes.includes(answer.trim().toLowerCase())) {
      throw notConfirmed(
        `${number} stays as it is.`,
        'Nothing was changed. --yes goes on without a question.',
      );
    }
  }
  return undefined;
}

function notConfirmed(message: string, hint: string): EslabonError {
  return new EslabonError('CERTIFICATE_CONFIRMATION', message, { hints: [hint] });
}
