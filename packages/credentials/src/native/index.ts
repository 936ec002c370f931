export { nativeSigner } from './native-signer.js';
export { nativeVerifySignature } from './native-verify-signature.js';
