import type { Hash, Verdict } from '@eslabon/core';
import type { BundleDigest } from '../engine/contract.js';
import type { Post } from '../store/stored.js';
import type { Action, LoggedDecision } from './logged-decision.js';
import { plainLine } from './plain-line.js';

export interface DecisionToLog {
  id: string;
  post: Post;
  verdict: Verdict;
  presented: LoggedDecision['presented'];
  /** The bundle that was used; absent where the agent verified, with one of its own. */
  digest?: BundleDigest | undefined;
  action: Action;
  note: string;
  decidedAt: Date;
  /** Where another instant was asked about than the present. */
  asked?: Date | undefined;
  app: string;
}

/** The entry of the log for a decision, in the form that the agent takes. */
export function logDecision(decision: DecisionToLog): LoggedDecision {
  const { id, post, verdict, presented, digest, action, note, decidedAt, asked, app } = decision;
  const { certificate, asOf } = verdict;
  const officer = plainLine(post.officer ?? '', 100);
  return {
    id,
    post: plainLine(post.name, 100),
    ...(officer === '' ? {} : { officer }),
    decidedAt: decidedAt.toISOString(),
    as: verdict.as,
    verdict: verdict.verdict,
    reasons: verdict.reasons.map(({ code }) => code).slice(0, 20),
    ...(certificate === undefined
      ? {}
      : {
          certificate: {
            certificateNumber: plainLine(certificate.certificateNumber, 35),
            issuer: certificate.issuer.id,
          },
          company: { legalName: certificate.legalName, tin: certificate.tin },
        }),
    presented,
    ...(asOf === undefined
      ? {}
      : {
          bundle: {
            block: asOf.blockNumber,
            hash: asOf.blockHash as Hash,
            ...(digest === undefined ? {} : { digest: digest as Hash }),
          },
        }),
    app,
    action,
    note: note.trim(),
    ...(asked === undefined ? {} : { asked: asked.toISOString() }),
  };
}
