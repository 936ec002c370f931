import { certificateTypeSchema, operatorRoles } from '@eslabon/core';
import { CheckGroup, SelectField } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { catalogues } from '@eslabon/verifier';
import { capitalised } from '../../words/capitalised.js';
import { useErrorText } from './error-text.js';
import { ProposalText } from './proposal-text.js';
import type { ProposalEditing } from './use-proposal.js';

/** What is granted: number, type, roles, programme. */
export function CertificateFields(editing: ProposalEditing) {
  const { t, language } = useWords();
  const errorText = useErrorText();
  const { types, roles } = catalogues[language];
  const { form, errors, change } = editing;
  const rolesError = errorText(errors.operatorRoles);
  return (
    <section className="panel">
      <h2>{t('propose.certificate')}</h2>
      <div className="field-grid">
        <ProposalText
          name="certificateNumber"
          editing={editing}
          hint={t('propose.hints.certificateNumber')}
          className="mono"
          spellCheck={false}
        />
        <SelectField
          label={t('propose.fields.certificateType')}
          error={errorText(errors.certificateType)}
          none={t('propose.choose')}
          options={certificateTypeSchema.options.map((value) => ({
            value,
            label: capitalised(types[value], language),
          }))}
          value={form.certificateType}
          onChange={(value) => {
            const certificateType = certificateTypeSchema.options.find((type) => type === value) ?? '';
            change({ certificateType });
          }}
        />
        <ProposalText name="programme" editing={editing} optional />
      </div>
      <div className="field" data-invalid={rolesError === undefined ? undefined : true}>
        <CheckGroup
          legend={t('propose.fields.operatorRoles')}
          choices={operatorRoles.map((value) => ({ value, label: roles[value] }))}
          values={form.operatorRoles}
          onChange={(chosen) => change({ operatorRoles: chosen })}
        />
        {rolesError !== undefined && (
          <span className="error" role="alert">
            {rolesError}
          </span>
        )}
      </div>
    </section>
  );
}
