import type { CertificateView } from '@eslabon/client/contract';
import { nationalIdScheme } from '@eslabon/core';
import { type Fact, Facts, Notice } from '@eslabon/ui';
import { countryName, formatDay } from '@eslabon/ui/format';
import { shownText, useWords } from '@eslabon/ui/words';
import { catalogues } from '@eslabon/verifier';
import { useSignedIn } from '../../app/session-context.js';
import { useInstant } from '../../app/use-instant.js';
import { tinDoubt } from '../propose/tin-doubt.js';

/** What the certificate says, and who granted it. */
export function CertificateFacts({ certificate: view }: { certificate: CertificateView }) {
  const { t, language } = useWords();
  const instant = useInstant();
  const { roles, types } = catalogues[language];
  const { certificate } = view;
  const { address, nationalId } = certificate;
  const day = (value: string | undefined) => value && formatDay(value, language);
  const by = (name: string | null, at: string | null) =>
    name === null || at === null ? undefined : t('certificate.by', { name, at: instant(at) });
  const facts: [string, string | undefined][] = [
    [t('certificate.tin'), certificate.tin],
    [t('certificate.nationalId'), nationalId && `${nationalId.scheme} ${nationalId.value}`],
    [t('certificate.tradeName'), certificate.tradeName],
    [
      t('certificate.address'),
      address &&
        [
          address.street,
          address.city,
          address.subdivision,
          address.postcode,
          countryName(address.country, language),
        ]
          .filter((part) => part !== undefined)
          .join(', '),
    ],
    [t('certificate.type'), types[certificate.certificateType]],
    [t('certificate.roles'), certificate.operatorRoles.map((role) => roles[role]).join(', ')],
    [t('certificate.programme'), certificate.programme],
    [t('certificate.decisionDate'), day(certificate.decisionDate)],
    [t('certificate.effectiveDate'), day(certificate.effectiveDate)],
    [t('certificate.validUntil'), day(certificate.validUntil) ?? t('list.unlimited')],
    [t('certificate.lastValidationDate'), day(certificate.lastValidationDate)],
    [t('certificate.contactEmail'), view.contactEmail ?? undefined],
    [t('certificate.proposed'), by(view.proposedBy, view.proposedAt)],
    [t('certificate.issued'), by(view.issuedBy, view.issuedAt)],
  ];
  return (
    <section className="panel">
      <h2>{t('certificate.facts')}</h2>
      {view.state === 'proposed' && <TinDoubt tin={certificate.tin} />}
      <Facts
        facts={facts.flatMap(([name, value]): Fact[] =>
          value === undefined ? [] : [[name, shownText(value)]],
        )}
      />
    </section>
  );
}

/** Who decides is told what who proposed was told. */
function TinDoubt({ tin }: { tin: string }) {
  const { t } = useWords();
  const { country } = useSignedIn().caller.authority;
  const doubt = tinDoubt(tin, country);
  if (doubt === undefined) return null;
  const scheme = nationalIdScheme(country) ?? '';
  return (
    <Notice tone="warn">
      <p>{t(`certificate.${doubt}`, { scheme })}</p>
    </Notice>
  );
}
