import { type LoadedBundle, openBundle } from '@eslabon/bundle';
import { EslabonError } from '@eslabon/core';
import { maxBundleBytes } from '../files/limits.js';
import { readLimited } from '../files/read-limited.js';
import { printError } from '../output/print-error.js';
import { printJson } from '../output/print-json.js';
import { printLines } from '../output/print-lines.js';
import { parseCountry } from '../program/parse-country.js';
import type { Session } from '../program/session.js';
import { loadTrust } from '../trust/load-trust.js';
import { describeBundle } from './describe-bundle.js';
import type { InspectOptions } from './inspect-command.js';
import { summariseBundle } from './summarise-bundle.js';

/**
 * Checks a bundle and says what it proves.
 * @returns 0 when it holds, 1 when it is refused.
 * @throws EslabonError when the question could not be asked: files, trust anchor, options.
 */
export async function inspectBundle(
  file: string,
  options: InspectOptions,
  session: Session,
): Promise<number> {
  const { io, language } = session;
  const attestor = parseCountry(options.as);
  const trust = await loadTrust(io, options.trust);
  const bytes = await readLimited(io, file, {
    maxBytes: maxBundleBytes,
    what: 'bundle',
    tooLarge: 'BUNDLE_TOO_LARGE',
  });
  let bundle: LoadedBundle;
  try {
    bundle = openBundle(bytes, trust.anchor, { attestor });
  } catch (error) {
    if (!(error instanceof EslabonError)) throw error;
    if (options.json === true) printJson(io, { error: { code: error.code, message: error.message } });
    printError(io, error);
    return 1;
  }
  const summary = summariseBundle(bundle, io.now());
  if (options.json === true) printJson(io, summary);
  else printLines(io.stdout, describeBundle(summary, language));
  return 0;
}
