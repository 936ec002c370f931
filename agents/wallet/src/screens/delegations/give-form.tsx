import { purposeKinds } from '@eslabon/core';
import {
  Button,
  CheckField,
  Facts,
  Progress,
  SelectField,
  StepHeading,
  TextArea,
  TextField,
} from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import type { CertificateView, DelegationWish } from '../../session/contract.js';
import { type DelegationDraft, hasReferences, newDraft, wishOf } from './delegation-draft.js';
import { type DraftFaults, faultsOf } from './draft-faults.js';
import { PeriodFields } from './period-fields.js';
import { StatusFields } from './status-fields.js';

interface GiveFormProps {
  delegate: DelegationWish['delegate'];
  certificates: readonly CertificateView[];
  isBusy: boolean;
  onGive(wish: DelegationWish): void;
  onOther(): void;
}

/** Who may do what, and for how long. */
export function GiveForm({ delegate, certificates, isBusy, onGive, onOther }: GiveFormProps) {
  const { t } = useWords();
  const [draft, setDraft] = useState<DelegationDraft>(() =>
    newDraft(certificates[0]?.id ?? '', delegate.name, new Date()),
  );
  const [wasSent, setWasSent] = useState(false);
  const shown: DraftFaults = wasSent ? faultsOf(draft, new Date()) : {};
  const change = (changes: Partial<DelegationDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const give = () => {
    setWasSent(true);
    const now = new Date();
    if (Object.keys(faultsOf(draft, now)).length === 0) onGive(wishOf(draft, delegate.did, now));
  };
  const say = (fault: DraftFaults[keyof DraftFaults]) =>
    fault === undefined ? undefined : t(`give.fault.${fault}`);

  return (
    <form
      className="panel"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        give();
      }}
    >
      <StepHeading>{t('give.toTitle')}</StepHeading>
      <TextField
        label={t('give.name')}
        hint={t('give.nameHint')}
        error={say(shown.name)}
        value={draft.name}
        required
        maxLength={60}
        autoComplete="off"
        onChange={({ target }) => change({ name: target.value })}
      />
      <Facts
        facts={[
          [
            t('give.key'),
            <span key="key" className="mono small">
              {delegate.did.slice(-12)}
            </span>,
          ],
        ]}
      />
      {certificates.length > 1 && (
        <SelectField
          label={t('give.certificate')}
          options={certificates.map(({ id, legalName, certificateNumber }) => ({
            value: id,
            label: `${legalName} · ${certificateNumber}`,
          }))}
          value={draft.certificateId}
          onChange={(certificateId) => change({ certificateId })}
        />
      )}
      <fieldset className="stack tight">
        <legend>{t('give.purposes')}</legend>
        {purposeKinds.map((kind) => (
          <CheckField
            key={kind}
            label={t(`purpose.${kind}`)}
            checked={draft.purposes.includes(kind)}
            onChange={({ target }) =>
              change({
                purposes: purposeKinds.filter((each) =>
                  each === kind ? target.checked : draft.purposes.includes(each),
                ),
              })
            }
          />
        ))}
        {shown.purposes !== undefined && (
          <span className="fault" role="alert">
            {say(shown.purposes)}
          </span>
        )}
      </fieldset>
      {hasReferences(draft) && (
        <TextArea
          label={t('give.references')}
          hint={t('give.referencesHint')}
          error={say(shown.references)}
          value={draft.references}
          spellCheck={false}
          onChange={({ target }) => change({ references: target.value })}
        />
      )}
      <PeriodFields draft={draft} onChange={change} fault={say(shown.period)} />
      <StatusFields draft={draft} onChange={change} />
      {isBusy ? (
        <Progress label={t('give.working')} />
      ) : (
        <div className="row">
          <Button look="primary" type="submit">
            {t('give.button')}
          </Button>
          <Button onClick={onOther}>{t('give.other')}</Button>
        </div>
      )}
    </form>
  );
}
