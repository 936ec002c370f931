import { TextArea } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { ActDialog } from '../../forms/act-dialog.js';

/** As much as the agent keeps of why. */
const maxNote = 500;

interface RejectDialogProps {
  title: string;
  text: string;
  onClose(): void;
  onFailed(mayBeDone: boolean): void;
  onReject(note: string): Promise<void>;
}

/** Rejects what waits; why stands in the history. */
export function RejectDialog({ title, text, onClose, onFailed, onReject }: RejectDialogProps) {
  const { t } = useWords();
  const [note, setNote] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const act = () => {
    const said = note.trim();
    setIsMissing(said === '');
    if (said === '') return undefined;
    return async () => {
      await onReject(said);
      onClose();
    };
  };
  return (
    <ActDialog
      title={title}
      yes={t('waiting.rejectYes')}
      working={t('waiting.rejecting')}
      look="danger"
      onClose={onClose}
      onFailed={onFailed}
      act={act}
    >
      <p>{text}</p>
      <TextArea
        label={t('waiting.note')}
        hint={t('waiting.noteHint')}
        error={isMissing ? t('waiting.noteMissing') : undefined}
        value={note}
        maxLength={maxNote}
        onChange={({ target }) => setNote(target.value)}
      />
    </ActDialog>
  );
}
