/**
 * fetch of a Credo agent: it reaches this machine, and no network, which would answer differently some day. An agent of
 * a test that goes by an https address has nobody before it who ends TLS: that is left out here.
 */
export const localFetch: typeof fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (url.hostname !== '127.0.0.1' && url.hostname !== 'localhost') {
    throw new Error(`This test has no network: “${url.hostname}”.`);
  }
  url.protocol = 'http:';
  return fetch(input instanceof Request ? new Request(url, input) : url, init);
};
