import type { Verdict } from '@eslabon/core';
import { Button, Notice, Segments, TextArea } from '@eslabon/ui';
import { formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { useReady, useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import type { BundleDigest } from '../../engine/contract.js';
import { logDecision } from '../../log/log-decision.js';
import { type Action, actions, type LoggedDecision } from '../../log/logged-decision.js';
import { needsNote } from '../../log/needs-note.js';

interface DecisionFormProps {
  verdict: Verdict;
  presented: LoggedDecision['presented'];
  digest?: BundleDigest | undefined;
  asked?: Date | undefined;
  /** What the button says that leads to the next one. */
  again: string;
  onAgain(): void;
}

/** What the officer did. The verdict advises; the officer decides, and says why where it is something else. */
export function DecisionForm({ verdict, presented, digest, asked, again, onAgain }: DecisionFormProps) {
  const { t, language } = useWords();
  const session = useSession();
  const { settings } = useReady();
  const task = useTask();
  const [action, setAction] = useState<Action>();
  const [note, setNote] = useState('');
  const [logged, setLogged] = useState<LoggedDecision>();
  const { post } = settings;
  if (post === undefined) return null;
  if (logged !== undefined) {
    return (
      <Notice tone="good" announce title={t(`decision.${logged.action}`)}>
        <p>{t('decision.saved', { when: formatInstant(logged.decidedAt, language) })}</p>
        <div className="row">
          <Button onClick={onAgain}>{again}</Button>
        </div>
      </Notice>
    );
  }
  const lacksNote = action !== undefined && needsNote(action, verdict.verdict) && note.trim() === '';
  const save = () =>
    task.run(async () => {
      if (action === undefined) return;
      const entry = logDecision({
        id: crypto.randomUUID(),
        post,
        verdict,
        presented,
        digest,
        action,
        note,
        decidedAt: new Date(),
        asked,
        app: `@eslabon/verify ${__APP_VERSION__}`,
      });
      await session.saveDecisions([entry]);
      setLogged(entry);
    });
  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{t('decision.title')}</h2>
      <p className="soft">{t('decision.intro')}</p>
      <Segments<Action>
        legend={t('decision.action')}
        value={action}
        onChange={setAction}
        segments={actions.map((value) => ({ value, label: t(`decision.${value}`) }))}
      />
      {lacksNote && <p role="status">{t(action === 'other' ? 'decision.noteNeeded' : 'decision.differs')}</p>}
      <TextArea
        label={t('decision.note')}
        hint={t('decision.noteHint')}
        rows={2}
        maxLength={2000}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <TroubleNotice trouble={task.trouble} />
      <div className="row">
        <Button look="primary" type="submit" disabled={action === undefined || lacksNote || task.busy}>
          {t('decision.save')}
        </Button>
      </div>
    </form>
  );
}
