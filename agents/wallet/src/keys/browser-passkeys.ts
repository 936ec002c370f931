import { TroubleError } from '../trouble/trouble-error.js';
import { type Bytes, randomBytes } from './bytes.js';
import type { Passkeys } from './passkey.js';

const patienceMs = 120_000;

/**
 * Passkeys of the browser. There is no server that verifies them: a passkey without PRF is a gate that the app keeps,
 * one with PRF gives the bytes without which the keys cannot be opened.
 */
export const browserPasskeys: Passkeys = {
  async create(name, salt) {
    const options: PublicKeyCredentialCreationOptions = {
      rp: { name: 'Eslabón' },
      user: { id: randomBytes(32), name, displayName: name },
      challenge: randomBytes(32),
      pubKeyCredParams: [-7, -257].map((alg) => ({ type: 'public-key', alg })),
      authenticatorSelection: { userVerification: 'required', residentKey: 'discouraged' },
      timeout: patienceMs,
      extensions: { prf: { eval: { first: salt } } },
    };
    const made = await ask(() => navigator.credentials.create({ publicKey: options }));
    const id = new Uint8Array(made.rawId);
    const { prf } = made.getClientExtensionResults();
    const output = outputOf(made);
    // Many give their output only when they are used.
    if (output !== undefined || prf?.enabled !== true) return { id, output };
    return { id, output: (await browserPasskeys.ask({ id, salt })).output };
  },

  async ask({ id, salt }) {
    const options: PublicKeyCredentialRequestOptions = {
      challenge: randomBytes(32),
      allowCredentials: [{ type: 'public-key', id }],
      userVerification: 'required',
      timeout: patienceMs,
      extensions: { prf: { eval: { first: salt } } },
    };
    return { output: outputOf(await ask(() => navigator.credentials.get({ publicKey: options }))) };
  },
};

async function ask(request: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  if (typeof PublicKeyCredential === 'undefined') {
    throw new TroubleError('PASSKEY_UNAVAILABLE', 'This browser has no passkeys.');
  }
  try {
    const answer = await request();
    if (answer instanceof PublicKeyCredential) return answer;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    // A page at a bare IP address may have none.
    const isAbsent = name === 'NotSupportedError' || name === 'SecurityError';
    const code = isAbsent ? 'PASSKEY_UNAVAILABLE' : 'PASSKEY_REFUSED';
    throw new TroubleError(code, `The passkey was not given (${name}).`, error);
  }
  throw new TroubleError('PASSKEY_REFUSED', 'The passkey was not given.');
}

function outputOf(answer: PublicKeyCredential): Bytes | undefined {
  const first = answer.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) return undefined;
  return ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength).slice()
    : new Uint8Array(first);
}
