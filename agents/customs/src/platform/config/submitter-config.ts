import { readSubmitterConfig, type SubmitterConfig, type SubmitterSettings } from '@eslabon/chain';
import { z } from 'zod';

/** By which way instructions reach the chain: as `eslabon registry deploy --submitter` reads it. */
export const submitterSchema = z.custom<SubmitterSettings>().transform((value, context): SubmitterConfig => {
  const { config, problems } = readSubmitterConfig(value);
  if (config !== undefined) return config;
  for (const { member, message } of problems) {
    context.addIssue({ code: 'custom', message, path: member === '' ? [] : [member] });
  }
  return z.NEVER;
});
