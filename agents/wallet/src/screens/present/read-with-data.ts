import type { RequestPreview, WalletSession } from '../../session/contract.js';
import { TroubleError } from '../../trouble/trouble-error.js';

/**
 * Reads a request with data that can tell who asks. Where there are none, or they do not know the key that signed, the
 * newest are fetched: the authority may have changed its keys since.
 */
export async function readWithData(session: WalletSession, text: string): Promise<RequestPreview> {
  const refresh = () => session.refresh({ forRequest: true });
  const state = session.state();
  // Without a network the request cannot be had either, and says so itself.
  if (state.phase === 'ready' && state.data.state === 'none') await refresh().catch(() => undefined);
  try {
    return await session.readRequest(text);
  } catch (error) {
    if (TroubleError.of(error).code !== 'REQUEST_KEY_UNKNOWN') throw error;
    await refresh();
    return session.readRequest(text);
  }
}
