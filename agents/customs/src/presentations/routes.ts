import type { Handlers } from '../platform/http/handler.js';
import { createPresentation } from './create-presentation.js';
import { demandPresentations, type Presentations } from './create-presentations.js';
import { findPresentation } from './find-presentation.js';
import { viewPresentation } from './view-presentation.js';

/** What counters do; wallets use the interface of the standard (`mountPresentations`). */
export function presentationRoutes(presentations: Presentations | undefined) {
  return {
    createPresentation: async ({ body }, caller) =>
      createPresentation(demandPresentations(presentations), body, caller),
    getPresentation: async ({ params }, caller) => {
      const asked = demandPresentations(presentations);
      return viewPresentation(await findPresentation(asked, params.id, caller), asked.clock());
    },
  } satisfies Partial<Handlers>;
}
