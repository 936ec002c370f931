import type { StatusAction } from '@eslabon/core';
import { agentAddress } from '../agent/agent-address.js';
import { connectAgent } from '../agent/connect-agent.js';
import { findCertificate } from '../certificate/find-certificate.js';
import { printJson } from '../output/print-json.js';
import { printLines } from '../output/print-lines.js';
import type { Session } from '../program/session.js';
import { confirmChange } from './confirm-change.js';
import { describeChange } from './describe-change.js';
import { localDate, parseDate } from './parse-date.js';
import type { StatusOptions } from './status-command.js';
import { waitForChange } from './wait-for-change.js';

export interface StatusRequest {
  action: StatusAction;
  /** Certificate number or id. */
  certificate: string;
  options: StatusOptions;
}

/**
 * Changes the status of a certificate and waits for the chain.
 * @returns 0 when the change is confirmed or scheduled or nobody waits, 1 when it is decided but not confirmed.
 * @throws EslabonError when nothing was changed.
 */
export async function changeStatus(request: StatusRequest, session: Session): Promise<number> {
  const { action, options } = request;
  const { io, language } = session;
  const date = options.decisionDate === undefined ? localDate(io.now()) : parseDate(options.decisionDate);
  const effectiveDate = options.effective === undefined ? undefined : parseDate(options.effective);
  const client = connectAgent(await agentAddress(io, options));
  const view = await findCertificate(client, request.certificate);
  const number = view.certificate.certificateNumber;
  const confirm = await confirmChange({ action, view, options }, session);

  const decided = await client.changeStatus({
    params: { id: view.id },
    body: {
      action,
      reason: options.reason,
      decision: { reference: options.decision, date },
      effectiveDate,
      confirm,
    },
  });
  const change = options.wait ? await waitForChange(client, decided, io) : decided;
  if (options.json === true) printJson(io, change);
  else printLines(io.stdout, describeChange(number, change, language));
  return change.state === 'confirmed' || change.state === 'scheduled' || !options.wait ? 0 : 1;
}
