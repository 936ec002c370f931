import type { CertificateView, StatusChangeView } from '@eslabon/client/contract';
import { dayAt, type StatusAction } from '@eslabon/core';
import { Notice, SelectField, TextField, useToast } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { useSignedIn } from '../../app/session-context.js';
import { useInstant } from '../../app/use-instant.js';
import { ActDialog } from '../../forms/act-dialog.js';
import { DateField } from '../../forms/date-field.js';
import { halfTyped } from '../../forms/half-typed.js';
import { capitalised } from '../../words/capitalised.js';
import { type DecisionErrors, type DecisionForm, readDecision, startDecision } from './decision-form.js';
import { reasonsFor } from './possible-actions.js';

interface DecisionDialogProps {
  action: StatusAction;
  certificate: CertificateView;
  onClose(): void;
  onDecided(): Promise<void>;
  onFailed(): void;
}

/** Says what a decision does to whom, and asks for what has to be on record with it. */
export function DecisionDialog({ action, certificate, onClose, ...after }: DecisionDialogProps) {
  const { t, language } = useWords();
  const { client, caller } = useSignedIn();
  const toast = useToast();
  const { utcOffset } = caller.authority;
  const { certificateNumber: number, legalName: company } = certificate.certificate;
  const [form, setForm] = useState(() => startDecision(action, dayAt(Date.now(), utcOffset)));
  const [errors, setErrors] = useState<DecisionErrors>(new Set());
  const fieldOf = (name: keyof DecisionForm, error: string) => ({
    ...{ name, value: form[name], error: errors.has(name) ? error : undefined },
    onChange: ({ target }: { target: { value: string } }) => setForm({ ...form, [name]: target.value }),
  });
  const act = (element: HTMLFormElement) => {
    const read = readDecision(action, form, number);
    const wrong = new Set([...('errors' in read ? read.errors : []), ...halfTyped(element)]);
    setErrors(wrong as DecisionErrors);
    if ('errors' in read || wrong.size > 0) return undefined;
    return async () => {
      await client.changeStatus({ params: { id: certificate.id }, body: read.decision });
      toast(t('decide.recorded', { number }));
      await after.onDecided();
    };
  };
  return (
    <ActDialog
      title={t(`decide.titles.${action}`, { number })}
      yes={t(`decide.yes.${action}`)}
      working={t('decide.sending')}
      look={action === 'reinstate' ? 'primary' : 'danger'}
      onClose={onClose}
      onFailed={after.onFailed}
      act={act}
    >
      <Notice tone={action === 'reinstate' ? 'calm' : 'warn'}>
        <p>{t(`decide.effect.${action}`, { company })}</p>
      </Notice>
      <OnTheirWay changes={certificate.pendingChanges} />
      <SelectField
        label={t('decide.reason')}
        hint={t('decide.reasonHint')}
        error={errors.has('reason') ? t('decide.errors.reason') : undefined}
        none={t('decide.choose')}
        options={reasonsFor[action].map((value) => ({
          value,
          label: capitalised(t(`reason.${value}`), language),
        }))}
        value={form.reason}
        onChange={(reason) => setForm({ ...form, reason })}
      />
      <TextField
        label={t('decide.reference')}
        autoComplete="off"
        {...fieldOf('reference', t('decide.errors.reference'))}
      />
      <DateField label={t('decide.date')} {...fieldOf('date', t('decide.errors.date'))} />
      <DateField
        label={t('decide.effective')}
        hint={t('decide.effectiveHint', { offset: utcOffset })}
        {...fieldOf('effectiveDate', t('decide.errors.effective'))}
      />
      {action === 'revoke' && (
        <TextField
          label={t('decide.confirm')}
          hint={t('decide.confirmHint', { number })}
          className="mono"
          autoComplete="off"
          spellCheck={false}
          {...fieldOf('confirm', t('decide.errors.confirm'))}
        />
      )}
    </ActDialog>
  );
}

/** Decisions that were made before and have not arrived, in the order of their effect. */
function OnTheirWay({ changes }: { changes: readonly StatusChangeView[] }) {
  const { t } = useWords();
  const instant = useInstant();
  if (changes.length === 0) return null;
  return (
    <Notice tone="calm" title={t('decide.pending')}>
      <ul>
        {changes.map(({ id, action, decidedBy, state, effectiveAt }) => (
          <li key={id}>
            {t(`change.of.${action}`, { by: decidedBy })} {t(`change.${state}`, { at: instant(effectiveAt) })}
          </li>
        ))}
      </ul>
      <p>{t('decide.pendingText')}</p>
    </Notice>
  );
}
