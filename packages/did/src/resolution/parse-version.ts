import { EslabonError } from '@eslabon/core';
import type { ResolutionOptions, WantedVersion } from './resolution-options.js';

/**
 * Reads which version is wanted.
 * @throws EslabonError DID_OPTIONS_INVALID when both are given, or the time is not an XML datetime in UTC without
 * fractions of a second (DID Core §3.2.1)
 */
export function parseVersion({ versionId, versionTime }: ResolutionOptions): WantedVersion {
  if (versionId !== undefined && versionTime !== undefined) {
    throw invalid('versionId and versionTime exclude each other.');
  }
  if (versionTime !== undefined) return { kind: 'time', instant: parseInstant(versionTime) };
  if (versionId === undefined) return { kind: 'latest' };
  if (versionId === '' || versionId.length > 100)
    throw invalid('The versionId has no character, or more than 100.');
  return { kind: 'id', versionId };
}

function parseInstant(text: string): number {
  const isWritten = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text);
  const milliseconds = isWritten ? Date.parse(text) : Number.NaN;
  // The parser takes the 31st of February for the 3rd of March.
  const isReal =
    !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === text.replace('Z', '.000Z');
  if (!isReal) throw invalid(`“${text.slice(0, 60)}” is not an instant such as 2026-05-03T12:00:00Z.`);
  return milliseconds / 1000;
}

function invalid(message: string): EslabonError {
  return new EslabonError('DID_OPTIONS_INVALID', message, {
    hints: ['Give versionId, or versionTime in UTC without fractions of a second, or neither.'],
  });
}
