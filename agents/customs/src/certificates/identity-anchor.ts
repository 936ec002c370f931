import { randomUUID } from 'node:crypto';
import { aeoVocabulary, type Certificate, certificateTypes, EslabonError, vcdm2Context } from '@eslabon/core';
import { signCompactJws } from '@eslabon/credentials';
import { didWebOf } from '@eslabon/did';
import type { AgentParts } from '../agent-parts.js';
import { authoritySigner } from '../issuers/open-issuers.js';
import { unixSeconds } from '../platform/clock.js';
import type { FileAnswer } from '../platform/http/handler.js';
import { demandActive } from './demand-active.js';
import { findCertificate } from './find-certificate.js';
import { endOfDay, startOfDay } from './legal-dates.js';

/** Context of the UN Transparency Protocol's Digital Identity Anchor, version 0.6. */
const anchorContext = 'https://test.uncefact.org/vocabulary/untp/dia/0.6.0/';

/** Milliseconds for which an anchor is valid at the most: it has no status of its own. */
const lifetimeMs = 86_400_000;

type Parts = Pick<AgentParts, 'config' | 'database' | 'keys' | 'clock'>;

/**
 * An active certificate as a UNTP Digital Identity Anchor: the authority says under its did:web, which UNTP wants, what
 * its register of operators has. It is made anew for each caller and valid for a day at the most, because the published
 * status lists are by did:ethr, and a list counts for credentials of its own issuer alone.
 * @throws EslabonError CERTIFICATE_NOT_FOUND; CERTIFICATE_STATE; UNAVAILABLE when the authority has no did:web
 */
export async function identityAnchor(parts: Parts, id: string): Promise<FileAnswer> {
  const { config, database, keys, clock } = parts;
  const row = await findCertificate(database.read, id);
  demandActive(row);
  const did = config.publicUrl === undefined ? undefined : didWebOf(config.publicUrl);
  if (did === undefined) {
    throw new EslabonError('UNAVAILABLE', 'This authority has no did:web to sign an identity anchor under.', {
      hints: ['Its operator sets publicUrl to the root of a host over https.'],
    });
  }
  const { content } = row;
  const now = clock();
  const begins = startOfDay(content.effectiveDate, config.utcOffset);
  const { validUntil } = content;
  const last =
    validUntil === undefined ? Number.POSITIVE_INFINITY : Date.parse(endOfDay(validUntil, config.utcOffset));
  const end = Math.min(now.getTime() + lifetimeMs, last);
  const anchor = {
    '@context': [vcdm2Context, anchorContext],
    id: `urn:uuid:${randomUUID()}`,
    type: ['DigitalIdentityAnchor', 'VerifiableCredential'],
    issuer: {
      type: ['CredentialIssuer'],
      id: did,
      name: config.name,
      issuerAlsoKnownAs: [{ id: keys.did, name: config.name }],
    },
    validFrom: begins,
    validUntil: `${new Date(end).toISOString().slice(0, 19)}Z`,
    credentialSubject: registeredIdentity(content, `${row.credentialId}`),
  };
  const { algorithm: alg, sign } = authoritySigner(parts, 'delegate-1');
  const header = { alg, kid: `${did}#delegate-1`, typ: 'vc+jwt', cty: 'vc' };
  const token = await signCompactJws(header, { ...anchor, iss: did, iat: unixSeconds(now) }, sign);
  return { bytes: Buffer.from(token), mediaType: 'application/vc+jwt' };
}

/**
 * The company as the register has it. UNTP names it by a DID of the company; an authority that was shown none names the
 * entry of its register instead.
 */
function registeredIdentity({ legalName, tin, certificateType }: Certificate, id: string) {
  return {
    type: ['RegisteredIdentity'],
    id,
    name: legalName,
    registeredId: tin,
    idScheme: {
      type: ['IdentifierScheme'],
      id: `${aeoVocabulary}TraderIdentificationNumber`,
      name: 'WCO Trader Identification Number (TIN)',
    },
    registerType: 'Business',
    registrationScopeList: [
      `https://vocabulary.uncefact.org/DocumentCodeList#${certificateTypes[certificateType].code}`,
    ],
  };
}
