import type { JsonObject } from '@eslabon/data-integrity';
import { expect } from '@jest/globals';
import type { Answer } from './world.js';

/** A refusal as §2 has it: the status, and the failed checks. */
export function expectRefused({ status, json }: Answer, check?: string): void {
  expect([400, 422]).toContain(status);
  expect(json).not.toHaveProperty('verified', true);
  expect(json).toMatchObject({ checks: expect.any(Array), problemDetails: expect.any(Array) });
  expect((json.checks as string[]).length).toBeGreaterThan(0);
  if (check !== undefined) expect(json.checks).toContain(check);
}

/** Codes of what was wrong. */
export const titles = ({ json }: Answer) =>
  ((json.problemDetails ?? []) as JsonObject[]).map(({ title }) => title);
