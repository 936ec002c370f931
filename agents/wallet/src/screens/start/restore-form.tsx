import { Button, FileDrop, Progress, TextField } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import { largestBackup } from '../../backup/backup-content.js';

/** What is to be put right at the field of the code. */
const codeTroubles = ['RECOVERY_CODE_MISTYPED', 'RECOVERY_CODE_WRONG'] as const;

export function RestoreForm() {
  const { t } = useWords();
  const session = useSession();
  const task = useTask();
  const [file, setFile] = useState<File>();
  const [code, setCode] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const codeTrouble = codeTroubles.find((each) => each === task.trouble?.code);
  const isReady = file !== undefined && code.trim() !== '';
  const choose = (chosen: File) => {
    if (chosen.size > largestBackup) task.fail({ code: 'FILE_TOO_LARGE', message: `${chosen.size} bytes` });
    else {
      task.clear();
      setFile(chosen);
    }
  };
  const restore = () =>
    task.run(async () => {
      if (file !== undefined) await session.restore(new Uint8Array(await file.arrayBuffer()), code.trim());
    });
  const isMissing = wasSent && code.trim() === '';
  const codeError = isMissing ? t('restore.codeMissing') : codeTrouble && t(`trouble.${codeTrouble}`);
  return (
    <section className="panel">
      <p>{t('restore.intro')}</p>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setWasSent(true);
          if (isReady) void restore();
        }}
      >
        <FileDrop label={t('restore.file')} hint={t('restore.fileHint')} disabled={task.busy} onFile={choose}>
          <span role="status">{file === undefined ? '' : t('restore.chosen', { name: file.name })}</span>
          {wasSent && file === undefined && (
            <span role="alert" className="fault">
              {t('restore.fileMissing')}
            </span>
          )}
        </FileDrop>
        <TextField
          label={t('restore.code')}
          hint={t('restore.codeHint')}
          error={codeError}
          className="mono"
          value={code}
          required
          maxLength={200}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={({ target }) => setCode(target.value)}
        />
        {codeTrouble === undefined && <TroubleNotice trouble={task.trouble} />}
        {task.busy ? (
          <Progress label={t('restore.working')} />
        ) : (
          <div className="row">
            <Button look="primary" type="submit">
              {t('restore.button')}
            </Button>
          </div>
        )}
      </form>
    </section>
  );
}
