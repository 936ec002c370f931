import type { CertificateType, OperatorRole, PurposeKind } from '@eslabon/core';
import { shown } from '@eslabon/core';
import type { Catalogue } from './catalogue.js';
import { durationOf } from './duration-of.js';
import { plainText } from './plain-text.js';

type Format = (value: unknown, words: Catalogue) => string;

const formats: Readonly<Record<string, Format>> = {
  /** Unix seconds or ISO 8601, shown to the minute in UTC. */
  instant: (value) => {
    const date = new Date(typeof value === 'number' ? value * 1000 : shown(value));
    if (Number.isNaN(date.getTime())) return plainText(value);
    return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  },
  duration: (value, words) => durationOf(Number(value), words),
  roles: (value, words) =>
    (Array.isArray(value) ? (value as OperatorRole[]) : [])
      .map((role) => `${words.roles[role] ?? '?'} (${plainText(role)})`)
      .join(', '),
  /** Purposes, and the references that they are limited to: `{purposes, references?}`. */
  scope: (value, words) => {
    const { purposes, references } = value as { purposes: PurposeKind[]; references?: string[] };
    const named = purposes.map((kind) => words.purposes[kind]).join(', ');
    return references === undefined ? named : `${named} (${references.map((r) => plainText(r)).join(', ')})`;
  },
  type: (value, words) => words.types[value as CertificateType] ?? plainText(value),
};

/** Fills the placeholders of a template from the members of `values`; what strangers wrote is made harmless. */
export function fill(template: string, values: Readonly<Record<string, unknown>>, words: Catalogue): string {
  return template.replace(
    /\{(\w+)(?::(\w+))?\}/g,
    (_placeholder, name: string, format: string | undefined) => {
      const value = values[name];
      if (format !== undefined) return formats[format]?.(value, words) ?? '';
      return Array.isArray(value) ? value.map((item) => plainText(item)).join(', ') : plainText(value);
    },
  );
}
