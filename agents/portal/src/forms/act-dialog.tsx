import { Button, Dialog, Progress } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { ActTrouble } from '../app/act-trouble.js';
import { useTask } from '../app/use-task.js';
import { isUnsure } from '../data/is-unsure.js';
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
   * To be called as well when it is closed after something went wrong: what is shown behind it may not be true any more.
   * @param mayBeDone nobody knows whether it was done
   */
  onFailed(mayBeDone: boolean): void;
  /**
   * What is to be done, which closes the dialog at its end; undefined where something in the form has to be corrected
   * first. What goes wrong is shown in the dialog, and what was typed stays.
   */
  act(form: HTMLFormElement): (() => Promise<void>) | undefined;
  children: ReactNode;
}

/**
 * An act with legal effect: what it does, to whom, and what has to be said with it. Where no answer comes, it is not done
 * again from here: whoever did it has to look first.
 */
export function ActDialog(props: ActDialogProps) {
  const { title, yes, working, look = 'primary', onClose, onFailed, act, children } = props;
  const { t } = useWords();
  const task = useTask();
  const first = useFirstError();
  const mayBeDone = task.trouble !== undefined && isUnsure(task.trouble);
  const way = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (mayBeDone) way.current?.focus();
  }, [mayBeDone]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (task.busy || mayBeDone) return;
    const work = act(event.currentTarget);
    if (work === undefined) first.look();
    else void task.run(work);
  };
  const close = () => {
    if (task.busy) return;
    onClose();
    if (task.trouble !== undefined) onFailed(mayBeDone);
  };
  return (
    <Dialog title={title} onClose={close}>
      <form ref={first.form} className="stack" noValidate onSubmit={submit}>
        {children}
        <ActTrouble trouble={task.trouble} />
        {task.busy && <Progress label={working} />}
        <div className="row">
          {!mayBeDone && (
            // Not disabled while it works: the focus would leave the dialog.
            <Button look={look} type="submit" aria-disabled={task.busy}>
              {yes}
            </Button>
          )}
          <Button ref={way} aria-disabled={task.busy} onClick={close}>
            {t(mayBeDone ? 'trouble.look' : 'common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
