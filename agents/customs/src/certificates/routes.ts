import type { AgentParts } from '../agent-parts.js';
import type { Handlers } from '../platform/http/handler.js';
import { getCredential } from './credential.js';
import { declarationParty } from './declaration-party.js';
import { findCertificate } from './find-certificate.js';
import { certificateHistory } from './history.js';
import { identityAnchor } from './identity-anchor.js';
import { issueCertificate } from './issue.js';
import { listCertificates } from './list.js';
import { proposeCertificate } from './propose.js';
import { rejectCertificate } from './reject.js';
import { viewCertificate } from './view.js';

export function certificateRoutes(parts: AgentParts) {
  const { read } = parts.database;
  return {
    proposeCertificate: ({ body }, caller) => proposeCertificate(parts, body, caller),
    issueCertificate: ({ params }, caller) => issueCertificate(parts, params.id, caller),
    rejectCertificate: ({ params, body }, caller) => rejectCertificate(parts, params.id, body.note, caller),
    getCertificate: async ({ params }) => viewCertificate(read, await findCertificate(read, params.id)),
    listCertificates: ({ query }) => listCertificates(read, query),
    getCertificateHistory: ({ params }) => certificateHistory(read, params.id),
    getIdentityAnchor: ({ params }) => identityAnchor(parts, params.id),
    getDeclarationParty: ({ params, query }) => declarationParty(read, params.id, query),
    getCredential: ({ params, query }) => getCredential(parts, params.id, query.format),
  } satisfies Partial<Handlers>;
}
