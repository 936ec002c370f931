import { Button, FileDrop, TextArea } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import type { AnchorSummary } from '../../engine/contract.js';
import { limits } from '../../presented/limits.js';
import { readFile } from '../../presented/read-file.js';

/** Takes a trust anchor, by file or as text. It counts only after it was confirmed. */
export function AnchorStep({ onAnchor }: { onAnchor(summary: AnchorSummary): void }) {
  const { t } = useWords();
  const session = useSession();
  const task = useTask();
  const [text, setText] = useState('');
  const read = (source: () => Promise<string>) =>
    task.run(async () => onAnchor(await session.engine('readAnchor', { text: await source() })));
  const readBytes = async (file: File) => new TextDecoder().decode(await readFile(file, limits.anchor));

  return (
    <section className="panel">
      <h2>{t('setup.anchorTitle')}</h2>
      <p>{t('setup.anchorIntro')}</p>
      <TroubleNotice trouble={task.trouble} />
      <FileDrop
        label={t('setup.anchorFile')}
        hint={t('setup.anchorFileHint')}
        accept=".json,application/json"
        disabled={task.busy}
        onFile={(file) => void read(() => readBytes(file))}
      />
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void read(async () => text);
        }}
      >
        <TextArea
          label={t('setup.anchorPaste')}
          className="mono"
          value={text}
          spellCheck={false}
          onChange={({ target }) => setText(target.value)}
        />
        <div className="row">
          <Button type="submit" disabled={task.busy || text.trim() === ''}>
            {t('setup.anchorRead')}
          </Button>
        </div>
      </form>
    </section>
  );
}
