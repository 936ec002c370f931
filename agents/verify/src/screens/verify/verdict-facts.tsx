import type { Verdict } from '@eslabon/core';
import { type Fact, Facts } from '@eslabon/ui';
import { countryName, formatCount, formatDuration, formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import type { WordedVerdict } from '../../engine/contract.js';

/** Who and what the certificate is about. Only where its signature was found good: the verdict has nothing else. */
export function CertificateFacts({ told }: { told: WordedVerdict }) {
  const { t, language } = useWords();
  const { certificate, arrangement, delegate } = told.verdict;
  const { certificateType, roles, coveredRoles, delegatedFor = '' } = told.words[language];
  if (certificate === undefined) return null;
  const { legalName, tin, certificateNumber, issuer, validFrom, validUntil } = certificate;
  const facts: Fact[] = [
    [
      t('verdict.tin'),
      <span key="tin" className="mono">
        {tin}
      </span>,
    ],
    [t('verdict.number'), certificateNumber],
    [t('verdict.type'), certificateType],
    [t('verdict.roles'), roles.join(', ')],
    [t('verdict.issuer'), `${issuer.name} (${countryName(issuer.country, language)})`],
    [
      t('verdict.valid'),
      validUntil === undefined
        ? t('verdict.validFrom', { from: formatInstant(validFrom, language) })
        : t('verdict.validFromUntil', {
            from: formatInstant(validFrom, language),
            until: formatInstant(validUntil, language),
          }),
    ],
  ];
  if (arrangement !== undefined) {
    const { label, version, parties } = arrangement;
    facts.push(
      [
        t('verdict.arrangement'),
        t('verdict.arrangementValue', { label, version, parties: parties.join(', ') }),
      ],
      [t('verdict.covered'), coveredRoles.join(', ')],
    );
  }
  if (delegate !== undefined) {
    const { did, references } = delegate;
    const until = formatInstant(delegate.validUntil, language);
    facts.push(
      [
        t('verdict.delegate'),
        references === undefined
          ? t('verdict.delegateValue', { purposes: delegatedFor, until })
          : t('verdict.delegateLimited', {
              purposes: delegatedFor,
              references: references.join(', '),
              until,
            }),
      ],
      [
        t('verdict.delegateKey'),
        <span key="delegate" className="mono">
          {did}
        </span>,
      ],
    );
  }
  return (
    <>
      <p className="company">{legalName}</p>
      <Facts facts={facts} />
    </>
  );
}

/** The block that a verdict stands on, how old it was at the moment asked about, and why it is believed. */
export function StandsOnFacts({ verdict, asked }: { verdict: Verdict; asked: Date | undefined }) {
  const { t, language } = useWords();
  const { asOf } = verdict;
  const facts: Fact[] = [
    [t('verdict.for'), countryName(verdict.as, language)],
    [t('verdict.asked'), formatInstant(verdict.at, language)],
  ];
  if (asOf !== undefined) {
    const { trust, age, freshness } = asOf;
    const duration = formatDuration(Math.abs(age), language);
    const inWords =
      asked === undefined ? duration : t(age < 0 ? 'verdict.ageLater' : 'verdict.ageThen', { age: duration });
    facts.push(
      [t('verdict.blockTime'), formatInstant(asOf.blockTime, language)],
      [t('verdict.age'), `${inWords}: ${t(`verdict.freshness.${freshness}`)}`],
      [t('verdict.block'), formatCount(asOf.blockNumber, language)],
      [
        t('verdict.proof'),
        trust.mode === 'sealed' ? t('verdict.sealed', { ...trust }) : t('verdict.attested', { ...trust }),
      ],
    );
  }
  return <Facts facts={facts} />;
}
