import { z } from 'zod';

/** ISO 3166-1 alpha-2 code in upper case. */
export const countrySchema = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code in upper case, such as PE')
  .brand<'Country'>();

export type Country = z.infer<typeof countrySchema>;
