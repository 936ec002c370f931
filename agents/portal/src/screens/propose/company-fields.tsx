import { nationalIdScheme } from '@eslabon/core';
import { LiveRegion } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useSignedIn } from '../../app/session-context.js';
import { ProposalText } from './proposal-text.js';
import { tinDoubt } from './tin-doubt.js';
import type { ProposalEditing } from './use-proposal.js';

/** Whom it is granted to: names, numbers, address, and how to reach them. */
export function CompanyFields(editing: ProposalEditing) {
  const { t } = useWords();
  const { country } = useSignedIn().caller.authority;
  const scheme = nationalIdScheme(country);
  const doubt = tinDoubt(editing.form.tin, country);
  return (
    <section className="panel">
      <h2>{t('propose.company')}</h2>
      <div className="field-grid">
        <ProposalText name="legalName" editing={editing} />
        <ProposalText name="tradeName" editing={editing} optional />
        <div className="stack tight">
          <ProposalText
            name="tin"
            editing={editing}
            hint={
              scheme === undefined
                ? t('propose.hints.tinPlain', { country })
                : t('propose.hints.tin', { country, scheme })
            }
            className="mono"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <LiveRegion className="small">
            {doubt !== undefined && t(`propose.${doubt}`, { scheme: scheme ?? '' })}
          </LiveRegion>
        </div>
        <ProposalText name="nationalIdScheme" editing={editing} optional />
        <ProposalText
          name="nationalIdValue"
          editing={editing}
          optional
          hint={t('propose.hints.nationalId')}
          className="mono"
          spellCheck={false}
        />
      </div>
      <h3>{t('propose.address')}</h3>
      <div className="field-grid">
        <ProposalText name="street" editing={editing} optional />
        <ProposalText name="city" editing={editing} optional />
        <ProposalText name="subdivision" editing={editing} optional />
        <ProposalText name="postcode" editing={editing} optional />
        <ProposalText name="country" editing={editing} maxLength={2} autoCapitalize="characters" />
      </div>
      <h3>{t('propose.contact')}</h3>
      <ProposalText
        name="contactEmail"
        editing={editing}
        optional
        type="email"
        hint={t('propose.hints.contactEmail')}
        spellCheck={false}
      />
    </section>
  );
}
