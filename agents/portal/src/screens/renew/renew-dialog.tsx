import type { CertificateView } from '@eslabon/client/contract';
import { dayAt, operatorRoles } from '@eslabon/core';
import { CheckGroup, useToast } from '@eslabon/ui';
import { formatDay } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { catalogues } from '@eslabon/verifier';
import { useState } from 'react';
import { useSignedIn } from '../../app/session-context.js';
import { useEyes } from '../../app/use-eyes.js';
import { ActDialog } from '../../forms/act-dialog.js';
import { DateField } from '../../forms/date-field.js';
import { halfTyped } from '../../forms/half-typed.js';
import { type RenewalErrors, type RenewalForm, readRenewal, startRenewal } from './renewal-form.js';

interface RenewDialogProps {
  certificate: CertificateView;
  onClose(): void;
  onProposed(): Promise<void>;
  onFailed(): void;
}

/** A later end or more roles, to be looked at by a second person. */
export function RenewDialog({ certificate: view, onClose, onProposed, onFailed }: RenewDialogProps) {
  const { t, language } = useWords();
  const { client, caller } = useSignedIn();
  const toast = useToast();
  const eyes = useEyes();
  const { roles } = catalogues[language];
  const { certificate } = view;
  const [form, setForm] = useState(() => startRenewal(dayAt(Date.now(), caller.authority.utcOffset)));
  const [errors, setErrors] = useState<RenewalErrors>(new Set());
  const until = certificate.validUntil === undefined ? '' : formatDay(certificate.validUntil, language);
  const dateOf = (name: Exclude<keyof RenewalForm, 'addedRoles'>) => ({
    ...{ name, value: form[name] },
    error: errors.has(name) ? t(`renew.errors.${name}`, { when: until }) : undefined,
    onChange: ({ target }: { target: { value: string } }) => setForm({ ...form, [name]: target.value }),
  });
  const act = (element: HTMLFormElement) => {
    const read = readRenewal(form, certificate);
    const wrong = new Set([...('errors' in read ? read.errors : []), ...halfTyped(element)]);
    setErrors(wrong as RenewalErrors);
    if ('errors' in read || wrong.size > 0) return undefined;
    return async () => {
      await client.proposeRenewal({ params: { id: view.id }, body: read.changes });
      toast(t(`renew.sent.${eyes}`));
      await onProposed();
    };
  };
  return (
    <ActDialog
      title={t('renew.dialogTitle', { number: certificate.certificateNumber })}
      yes={t('renew.yes')}
      working={t('renew.sending')}
      onClose={onClose}
      onFailed={onFailed}
      act={act}
    >
      <p>{t(`renew.text.${eyes}`, { company: certificate.legalName })}</p>
      <DateField label={t('renew.decisionDate')} {...dateOf('decisionDate')} />
      {certificate.validUntil === undefined ? (
        <p className="soft">{t('renew.noEnd')}</p>
      ) : (
        <DateField
          label={t('renew.validUntil')}
          hint={t('renew.validUntilHint', { when: until })}
          {...dateOf('validUntil')}
        />
      )}
      <div className="field" data-invalid={errors.has('nothing') ? true : undefined}>
        <CheckGroup
          legend={t('renew.roles')}
          hint={t('renew.rolesHint', {
            roles: certificate.operatorRoles.map((role) => roles[role]).join(', '),
          })}
          choices={operatorRoles
            .filter((role) => !certificate.operatorRoles.includes(role))
            .map((value) => ({ value, label: roles[value] }))}
          values={form.addedRoles}
          onChange={(addedRoles) => setForm({ ...form, addedRoles })}
        />
        {errors.has('nothing') && (
          <span className="error" role="alert">
            {t('renew.errors.nothing')}
          </span>
        )}
      </div>
      <DateField label={t('renew.lastValidationDate')} {...dateOf('lastValidationDate')} />
    </ActDialog>
  );
}
