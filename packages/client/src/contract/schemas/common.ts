import { z } from 'zod';

/** RFC 3339 instant in UTC. */
export const instantSchema = z.iso.datetime();

export const idParams = z.object({ id: z.uuid().describe('Identifier of the resource') });

export const pageQuery = {
  cursor: z.string().max(200).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Entries a page'),
};

export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({
    items: z.array(item),
    next: z.string().optional().describe('Cursor of the next page; absent on the last one'),
  });
}

/** One rule that a credential or presentation breaks, with the type that the standards have for it (VCDM 2.0 §7.3). */
export const problemDetailSchema = z.object({
  type: z.string(),
  title: z.string().describe('A stable code, such as TERM_UNDEFINED'),
  detail: z.string(),
  pointer: z.string().optional().describe('Where, as a JSON pointer'),
});

export type ProblemDetail = z.infer<typeof problemDetailSchema>;

/** RFC 9457 problem details, with our stable `code` and what to do next. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  code: z.string(),
  hints: z.array(z.string()).default([]),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  checks: z.array(z.string()).optional().describe('Verification: the checks that failed'),
  problemDetails: z.array(problemDetailSchema).optional().describe('What is wrong with a credential'),
});

export type Problem = z.infer<typeof problemSchema>;
