import { EslabonError } from '@eslabon/core';
import { parseDidUrl, type ResolutionOptions } from '@eslabon/did';

export interface DidRequest {
  did: string;
  options: ResolutionOptions;
}

/**
 * Reads what `GET /1.0/identifiers/` is asked for. After it stands a DID as it is, whose own percent signs are part of
 * it, or URL-encoded as a whole; resolution options are parameters of the query, or of a DID URL.
 * @param target what follows in the request line, not decoded
 * @throws EslabonError DID_INVALID, DID_OPTIONS_INVALID; DID_FEATURE_UNSUPPORTED for a DID URL with a path or fragment,
 * which would have to be dereferenced, and for unknown options
 */
export function readDidRequest(target: string): DidRequest {
  const [path, ...rest] = target.split('?');
  const { did, path: didPath, query, fragment } = parseDidUrl(decode(path ?? ''));
  if (didPath !== undefined || fragment !== undefined) {
    throw new EslabonError(
      'DID_FEATURE_UNSUPPORTED',
      'DID URLs are not dereferenced here, DIDs are resolved.',
      {
        hints: ['Resolve the DID, and look for what the URL names in its document.'],
      },
    );
  }
  return { did, options: readOptions([...parameters(query), ...parameters(rest.join('?'))]) };
}

function decode(text: string): string {
  if (text.startsWith('did:')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // Not a DID either way.
    return text;
  }
}

function parameters(query: string | undefined): [string, string][] {
  return query === undefined ? [] : [...new URLSearchParams(query)];
}

function readOptions(given: readonly [string, string][]): ResolutionOptions {
  const options: Partial<Record<'versionId' | 'versionTime', string>> = {};
  for (const [name, value] of given) {
    if (name !== 'versionId' && name !== 'versionTime') {
      throw new EslabonError('DID_FEATURE_UNSUPPORTED', `There is no option “${name.slice(0, 60)}” here.`, {
        hints: ['Options are versionId and versionTime.'],
      });
    }
    if (options[name] !== undefined) {
      throw new EslabonError('DID_OPTIONS_INVALID', `${name} is given more than once.`);
    }
    options[name] = value;
  }
  return options;
}
