import { Button, TextArea } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { limits } from '../../presented/limits.js';

export function PasteInput({ onText }: { onText(text: string): void }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onText(text);
      }}
    >
      <TextArea
        label={t('verify.pasteLabel')}
        hint={t('verify.pasteHint')}
        className="mono"
        value={text}
        spellCheck={false}
        autoComplete="off"
        maxLength={limits.credential}
        onChange={({ target }) => setText(target.value)}
      />
      <div className="row">
        <Button look="primary" type="submit" disabled={text.trim() === ''}>
          {t('verify.verifyButton')}
        </Button>
      </div>
    </form>
  );
}
