import { EslabonError } from '@eslabon/core';
import type { SubmitterModel } from './network-state.js';

const models: readonly SubmitterModel[] = ['direct', 'relay', 'hub'];

/** The value of `--submitter`, if it was given. @throws EslabonError CONFIG_INVALID */
export function readSubmitter(text: string | undefined): SubmitterModel | undefined {
  const model = models.find((one) => one === text);
  if (model !== undefined || text === undefined) return model;
  throw new EslabonError('CONFIG_INVALID', `“${text}” is no way to the chain.`, {
    hints: [`Give --submitter ${models.join(' | ')}.`],
  });
}
