import { Button, Dialog, Progress } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import type { FormEvent, ReactNode } from 'react';
import { TroubleNotice } from '../app/trouble-notice.js';
import { useTask } from '../app/use-task.js';
import { useFirstError } from './use-first-error.js';

interface ActDialogProps {
  title: string;
  /** What the button says that does it. */
  yes: string;
  /** Said while it is being done. */
  working: string;
  look?: 'primary' | 'danger';
  onClose(): void;
  /**
   * What is to be done, which closes the dialog at its end; undefined where something in the form has to be corrected
   * first. What goes wrong is shown in the dialog, and what was typed stays.
   */
  act(form: HTMLFormElement): (() => Promise<void>) | undefined;
  children: ReactNode;
}

/** An act with legal effect: what it does, to whom, and what has to be said with it. */
export function ActDialog({ title, yes, working, look = 'primary', onClose, act, children }: ActDialogProps) {
  const { t } = useWords();
  const task = useTask();
  const first = useFirstError();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (task.busy) return;
    const work = act(event.currentTarget);
    if (work === undefined) first.look();
    else void task.run(work);
  };
  const close = () => {
    if (!task.busy) onClose();
  };
  return (
    <Dialog title={title} onClose={close}>
      <form ref={first.form} className="stack" noValidate onSubmit={submit}>
        {children}
        <TroubleNotice trouble={task.trouble} />
        {task.busy && <Progress label={working} />}
        <div className="row">
          <Button look={look} type="submit" disabled={task.busy}>
            {yes}
          </Button>
          <Button disabled={task.busy} onClick={close}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
