import { EslabonError } from '@eslabon/core';
import { type Issuer, type IssuerProfileName, toProfileName } from '@eslabon/exchange';
import type { Express } from 'express';

export type Issuers = ReadonlyMap<IssuerProfileName, Issuer>;

/** `GET /issuers/{profile}`: the DID that suites and peers have to name as issuer. */
export function mountIssuers(app: Express, issuers: Issuers): void {
  app.get('/issuers/:profile', (request, response) => {
    const { did: id } = demandIssuer(issuers, request.params.profile);
    response.set('cache-control', 'no-store').json({ id });
  });
}

/** @throws EslabonError NOT_FOUND when the profile is unknown or not enabled: which of the two is nobody's concern. */
export function demandIssuer(issuers: Issuers, text: string): Issuer {
  const name = toProfileName(text);
  const issuer = name === undefined ? undefined : issuers.get(name);
  if (issuer !== undefined) return issuer;
  throw new EslabonError('NOT_FOUND', `There is no issuer profile “${text.slice(0, 64)}” here.`, {
    hints: ['The operator enables profiles by name in the configuration.'],
  });
}
