import type { Hex } from '@eslabon/core';
import { bytesOf, textOf } from './attribute-text.js';

/** Deeper JSON cannot be written by every recursive writer; no endpoint needs it. */
const maxDepth = 32;

/**
 * The endpoint that a service attribute holds: JSON where it is JSON, else the text itself. JSON that nests deeper than
 * 32 levels counts as text.
 * @returns undefined when the value is no text
 */
export function serviceEndpoint(value: Hex): { endpoint: unknown } | undefined {
  const text = textOf(bytesOf(value));
  if (text === undefined) return undefined;
  try {
    const endpoint: unknown = JSON.parse(text);
    return { endpoint: isDeeper(endpoint, maxDepth) ? text : endpoint };
  } catch {
    return { endpoint: text };
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}
