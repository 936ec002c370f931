import { TroubleError } from '../engine/trouble-error.js';
import { limits } from '../presented/limits.js';
import { askAgent } from './ask-agent.js';

export interface FetchedData {
  kind: 'bundle' | 'delta';
  bytes: Uint8Array;
}

/** The bundle that the post has. */
export interface Base {
  digest: string;
  block: number;
}

/**
 * Fetches the newest bundle, as a delta where the agent can still make one from the base. With the partner register
 * where the key allows it.
 * @throws TroubleError as {@link askAgent}
 */
export async function fetchData(apiKey: string, base: Base | undefined): Promise<FetchedData> {
  const asked = base === undefined ? undefined : `base=${base.digest}&block=${base.block}`;
  const delta =
    asked === undefined
      ? undefined
      : await orElse(() => download(apiKey, 'delta', asked), 'DELTA_BASE_UNKNOWN');
  return delta === undefined
    ? { kind: 'bundle', bytes: await download(apiKey, 'latest') }
    : { kind: 'delta', bytes: delta };
}

/** The newest bundle whole, for when a delta did not fit. */
export async function fetchWhole(apiKey: string): Promise<FetchedData> {
  return { kind: 'bundle', bytes: await download(apiKey, 'latest') };
}

async function download(apiKey: string, what: string, query = ''): Promise<Uint8Array> {
  const ask = async (register: boolean): Promise<Uint8Array> => {
    const parameters = [query, `register=${register}`].filter((part) => part !== '').join('&');
    const response = await askAgent(`/v1/bundles/${what}?${parameters}`, apiKey);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > limits.bundle) {
      throw new TroubleError({ code: 'FILE_TOO_LARGE', message: `${bytes.length} bytes` });
    }
    return bytes;
  };
  return (await orElse(() => ask(true), 'PERMISSION_DENIED')) ?? ask(false);
}

/** Undefined in place of a refusal with one code. */
async function orElse<T>(ask: () => Promise<T>, code: string): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof TroubleError && error.code === code) return undefined;
    throw error;
  }
}
