import { Button, LiveRegion, Notice, Progress, useToast } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import type { FormEvent } from 'react';
import { ActTrouble } from '../../app/act-trouble.js';
import { ConfirmButton } from '../../app/confirm-button.js';
import { MayNot } from '../../app/may-not.js';
import { PageTitle } from '../../app/page-title.js';
import { goTo } from '../../app/route.js';
import { useEyes } from '../../app/use-eyes.js';
import { useMay } from '../../app/use-may.js';
import { useTask } from '../../app/use-task.js';
import { halfTyped } from '../../forms/half-typed.js';
import { useFirstError } from '../../forms/use-first-error.js';
import { CertificateFields } from './certificate-fields.js';
import { CompanyFields } from './company-fields.js';
import { DateFields } from './date-fields.js';
import { useProposal } from './use-proposal.js';

/** A new certificate, from the first word to the proposal. */
export function ProposeScreen() {
  const { t } = useWords();
  const may = useMay();
  return (
    <>
      <PageTitle>{t('propose.title')}</PageTitle>
      {may('certificates:propose') ? <ProposeForm /> : <MayNot act="propose" />}
    </>
  );
}

function ProposeForm() {
  const { t } = useWords();
  const task = useTask();
  const toast = useToast();
  const first = useFirstError();
  const editing = useProposal();
  const eyes = useEyes();
  const wrong = Object.keys(editing.errors).length;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (task.busy) return;
    const send = editing.prepare(halfTyped(event.currentTarget));
    if (send === undefined) return first.look();
    void task.run(async () => {
      const id = await send();
      if (id === undefined) return first.look();
      toast(t(`propose.sent.${eyes}`, { number: editing.form.certificateNumber.trim() }));
      goTo({ page: 'certificate', id });
    });
  };
  return (
    <form ref={first.form} className="stack loose" noValidate onSubmit={submit}>
      <p className="soft">{t(`propose.intro.${eyes}`)}</p>
      <CertificateFields {...editing} />
      <CompanyFields {...editing} />
      <DateFields {...editing} />
      <LiveRegion>
        {wrong > 0 && <Notice tone="bad" title={t('propose.wrongTitle', { count: wrong })} />}
      </LiveRegion>
      <ActTrouble trouble={task.trouble} unsure={t('propose.unsure')} />
      {task.busy && <Progress label={t('propose.sending')} />}
      <div className="row">
        <Button look="primary" type="submit" aria-disabled={task.busy}>
          {t('propose.send')}
        </Button>
        <ConfirmButton
          label={t('propose.clear')}
          title={t('propose.clearTitle')}
          yes={t('propose.clearYes')}
          disabled={task.busy}
          onYes={editing.clear}
        >
          <p>{t('propose.clearText')}</p>
        </ConfirmButton>
      </div>
    </form>
  );
}
