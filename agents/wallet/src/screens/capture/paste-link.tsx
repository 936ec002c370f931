import { Button, TextArea } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';

/** Longer than any link that the wallet takes. */
const maxLength = 64 * 1024;

/** @param onText whether the text is a link that somebody answers */
export function PasteLink({ onText }: { onText(text: string): boolean }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [isUnknown, setIsUnknown] = useState(false);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setIsUnknown(!onText(text));
      }}
    >
      <TextArea
        label={t('capture.pasteLabel')}
        hint={t('capture.pasteHint')}
        error={isUnknown ? t('trouble.LINK_UNKNOWN') : undefined}
        className="mono"
        value={text}
        spellCheck={false}
        autoComplete="off"
        maxLength={maxLength}
        onChange={({ target }) => {
          setText(target.value);
          setIsUnknown(false);
        }}
      />
      <div className="row">
        <Button look="primary" type="submit" disabled={text.trim() === ''}>
          {t('common.next')}
        </Button>
      </div>
    </form>
  );
}
