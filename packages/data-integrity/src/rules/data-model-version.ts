import { vcdm1Context } from '@eslabon/core';
import type { JsonObject } from '../json/json-object.js';

/** The version of the data model that a document follows, by its first context; 2.0 unless that is the one of 1.1. */
export function dataModelVersion({ '@context': context }: JsonObject): '1.1' | '2.0' {
  return (Array.isArray(context) ? context[0] : context) === vcdm1Context ? '1.1' : '2.0';
}
