/**
 * Whether a text can be sent as an API key at all: visible ASCII, as a header carries it. With a sign that was copied along
 * (a dash, a space without width) no request would go out, and it would look as if the agent did not answer.
 */
export function isSendableKey(apiKey: string): boolean {
  return /^[\x21-\x7e]+$/.test(apiKey);
}
