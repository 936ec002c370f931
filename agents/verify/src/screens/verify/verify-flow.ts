import type { Assessment, LookUpAnswer, Trouble } from '../../engine/contract.js';
import type { LoggedDecision } from '../../log/logged-decision.js';

/** How what is verified comes in. */
export type Method = 'camera' | 'file' | 'paste' | 'tin';

export type PresentedBy = Exclude<LoggedDecision['presented']['by'], 'wallet'>;

/** Where an officer is on the way from a document to a verdict. */
export type VerifyFlow =
  | { step: 'asking'; trouble?: Trouble | undefined }
  | { step: 'working'; what: 'verify' | 'qr' }
  /** A tax number for which the register has nothing, or nothing of that company. */
  | { step: 'none'; answer: LookUpAnswer }
  | { step: 'several'; answer: LookUpAnswer }
  | {
      step: 'decided';
      assessment: Assessment;
      by: PresentedBy;
      asked?: Date | undefined;
      list?: LookUpAnswer | undefined;
    };

export type VerifyEvent =
  | { type: 'work'; what: 'verify' | 'qr' }
  | { type: 'decided'; assessment: Assessment; by: PresentedBy; asked?: Date | undefined }
  | { type: 'found'; answer: LookUpAnswer; asked?: Date | undefined }
  | { type: 'open'; assessment: Assessment; asked?: Date | undefined }
  | { type: 'back' }
  | { type: 'failed'; trouble: Trouble }
  | { type: 'again' };

export const start: VerifyFlow = { step: 'asking' };

/** The next step. What comes too late, as when the officer has begun anew meanwhile, changes nothing. */
export function advance(flow: VerifyFlow, event: VerifyEvent): VerifyFlow {
  switch (event.type) {
    case 'again':
      return start;
    case 'work':
      return { step: 'working', what: event.what };
    case 'failed':
      return flow.step === 'working' ? { step: 'asking', trouble: event.trouble } : flow;
    case 'decided':
      return flow.step === 'working'
        ? { step: 'decided', assessment: event.assessment, by: event.by, asked: event.asked }
        : flow;
    case 'found':
      return flow.step === 'working' ? afterLookUp(event.answer, event.asked) : flow;
    case 'open':
      return flow.step === 'several'
        ? { step: 'decided', assessment: event.assessment, by: 'tin', asked: event.asked, list: flow.answer }
        : flow;
    case 'back':
      return flow.step === 'decided' && flow.list !== undefined
        ? { step: 'several', answer: flow.list }
        : flow;
  }
}

/** One certificate goes straight to its verdict, unless something about the look-up has to be said first. */
function afterLookUp(answer: LookUpAnswer, asked: Date | undefined): VerifyFlow {
  const [first, ...others] = answer.assessments;
  if (first === undefined) return { step: 'none', answer };
  if (others.length > 0 || answer.foreign > 0) return { step: 'several', answer };
  return { step: 'decided', assessment: first, by: 'tin', asked };
}
