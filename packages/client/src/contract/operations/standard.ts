import { getOwnDidDocument, resolveDid } from './dids.js';
import { getIssuer } from './exchange.js';
import {
  getAuthorizationServerMetadata,
  getCredentialOffer,
  getIssuerMetadata,
  notifyIssuer,
  requestCredential,
  requestDeferredCredential,
  requestNonce,
  requestToken,
} from './openid4vci.js';
import {
  fetchPresentationRequest,
  followPresentation,
  getPresentationRequest,
  sendPresentation,
} from './openid4vp.js';
import { getStatusListCredential, getTokenStatusList } from './status-lists.js';

/** Every operation of the agent whose interface a standard prescribes. */
export const standardOperations = {
  resolveDid,
  getOwnDidDocument,
  getIssuer,
  getTokenStatusList,
  getStatusListCredential,
  getIssuerMetadata,
  getAuthorizationServerMetadata,
  getCredentialOffer,
  requestToken,
  requestNonce,
  requestCredential,
  requestDeferredCredential,
  notifyIssuer,
  getPresentationRequest,
  fetchPresentationRequest,
  sendPresentation,
  followPresentation,
} as const;
