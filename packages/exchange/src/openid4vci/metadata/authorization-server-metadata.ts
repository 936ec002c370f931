import { holderAlgorithms } from '../configurations.js';
import { issuanceEndpoint } from '../endpoints.js';
import { tokenGrants } from '../token/read-token-request.js';

/** Authorization server metadata (RFC 8414 §2; OpenID4VCI 1.0 §12.3; RFC 9449 §5.1). The issuer is its own server. */
export function authorizationServerMetadata(issuer: string): object {
  return {
    issuer,
    token_endpoint: issuanceEndpoint(issuer, 'token'),
    token_endpoint_auth_methods_supported: ['none'],
    // There is no authorization endpoint; the member is mandatory all the same.
    response_types_supported: [],
    grant_types_supported: [...tokenGrants],
    'pre-authorized_grant_anonymous_access_supported': true,
    dpop_signing_alg_values_supported: [...holderAlgorithms],
  };
}
