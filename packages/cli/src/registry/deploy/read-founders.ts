import type { Founder } from '@eslabon/chain';
import { countrySchema, EslabonError, lowerHex, parseEthrDid } from '@eslabon/core';
import type { Io } from '../../io/io.js';
import { readJson } from '../read-json.js';

/**
 * Reads the founding authorities from one or more files, in their order. A DID is a did:ethr of the chain, or an address.
 * @throws EslabonError INPUT_INVALID, DID_INVALID, FILE_UNREADABLE
 */
export async function readFounders(io: Io, files: readonly string[], chainId: number): Promise<Founder[]> {
  const founders: Founder[] = [];
  for (const file of files) {
    const json = await readJson(io, file, { what: 'list of founders', code: 'INPUT_INVALID' });
    if (!Array.isArray(json)) throw invalid(`The list of founders “${file}” is not an array.`);
    founders.push(...json.map((entry, at) => readFounder(entry, `${file}, entry ${at + 1}`, chainId)));
  }
  if (founders.length < 2) {
    throw invalid(`A registry needs two founders of different countries; ${founders.length} are given.`);
  }
  requireDistinct(founders.map(({ country }) => country));
  requireDistinct(founders.map(({ did }) => did));
  return founders;
}

function readFounder(entry: unknown, place: string, chainId: number): Founder {
  const { country, did, ...rest } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<
    string,
    unknown
  >;
  const parsed = countrySchema.safeParse(country);
  if (!parsed.success || typeof did !== 'string' || Object.keys(rest).length > 0) {
    throw invalid(`${place} is not {"country", "did"}.`);
  }
  if (/^0x[0-9a-fA-F]{40}$/.test(did)) return { country: parsed.data, did: lowerHex(did) };
  const identity = parseEthrDid(did);
  if (identity.chainId !== chainId) {
    throw invalid(`${place}: ${did} is of chain ${identity.chainId}; the node serves ${chainId}.`);
  }
  return { country: parsed.data, did: identity.address };
}

function requireDistinct(values: readonly string[]): void {
  const twice = values.find((value, at) => values.indexOf(value) !== at);
  if (twice !== undefined) throw invalid(`${twice} is among the founders twice.`);
}

function invalid(message: string): EslabonError {
  return new EslabonError('INPUT_INVALID', message, {
    hints: ['Write [{"country": "PE", "did": "did:ethr:0x9e55c:0x…"}, {"country": "MX", "did": "…"}].'],
  });
}
