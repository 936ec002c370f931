import { createSender } from './create-sender.js';
import type { CarrierOptions } from './create-submitter.js';
import { senderOutcome } from './sender-outcome.js';
import type { Submitter } from './submitter.js';

export interface DirectSubmitterOptions extends CarrierOptions {
  /** Milliseconds after which a transaction that the node does not know is sent again; 1,000 when absent. */
  resendAfterMs?: number;
}

/**
 * Carries calls as plain legacy transactions with a gas price of 0, one after the other. Use one submitter for an
 * account: parallel transactions of one account overtake each other.
 */
export function createDirectSubmitter(options: DirectSubmitterOptions): Submitter {
  const sender = createSender(options);
  return {
    carrier: sender.address,
    submit: async (call) => ({ hash: await sender.send(call) }),
    deploy: async (code, announce) => ({ hash: await sender.send({ data: code }, announce) }),
    resume: (signed) => sender.resume(signed),
    outcome: (hash) => senderOutcome(options.client, sender, hash),
  };
}
