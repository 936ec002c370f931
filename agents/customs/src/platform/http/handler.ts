import type { OperationId, OperationInput, OperationOutput, Operations } from '@eslabon/client/contract';
import type { Caller } from './caller.js';

/** A file as an answer. */
export interface FileAnswer {
  bytes: Uint8Array;
  mediaType: string;
  /** Name to save it under; ASCII without quotes. */
  fileName?: string;
  /** Path under which these very bytes can be had again, also when the address asked for has moved on. */
  location?: string;
  /** Seconds; absent means that nobody may store it. */
  maxAge?: number;
}

type Answer<O extends Operations[OperationId]> = O['answer'] extends { kind: 'binary' }
  ? FileAnswer
  : OperationOutput<O>;

/** What a noun's routes provide: validated input and the caller in, the answer out; errors are thrown. */
export type Handlers = {
  [K in OperationId]: (
    input: OperationInput<Operations[K]>,
    caller: Caller,
  ) => Promise<Answer<Operations[K]>>;
};
