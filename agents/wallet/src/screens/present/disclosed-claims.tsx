import { Facts, Icon } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import type { Candidate, DisclosedClaim } from '../../session/contract.js';
import { claimName } from '../../words/claim-name.js';
import { claimValue } from '../../words/claim-value.js';
import { purposesText } from '../../words/purpose-text.js';

/** Claim by claim, what the verifier would learn and what it would not. */
export function DisclosedClaims({ candidate }: { candidate: Candidate }) {
  const { t, language } = useWords();
  const { disclosed, withheld } = candidate;
  const said = ({ path, value }: DisclosedClaim): string =>
    path === 'delegation.purposes' ? purposesText(t, value) : claimValue(path, value, language);
  return (
    <>
      <section className="stack tight">
        <h2>{t('present.goesTitle')}</h2>
        <Facts facts={disclosed.map((claim) => [claimName(t, claim.path), said(claim)])} />
      </section>
      <section className="stack tight">
        <h2>{t('present.staysTitle')}</h2>
        {withheld.length === 0 ? (
          <p className="soft">{t('present.staysNothing')}</p>
        ) : (
          <ul className="stays">
            {withheld.map((path) => (
              <li key={path}>
                <Icon name="shield" />
                {claimName(t, path)}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
