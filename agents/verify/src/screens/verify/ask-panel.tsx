import { FileDrop, Segments } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { TroubleNotice } from '../../app/trouble-notice.js';
import type { Trouble } from '../../engine/contract.js';
import { CameraInput } from './camera-input.js';
import { PasteInput } from './paste-input.js';
import { TinInput } from './tin-input.js';
import type { Method, PresentedBy } from './verify-flow.js';

interface AskPanelProps {
  isShown: boolean;
  trouble: Trouble | undefined;
  onText(text: string, by: PresentedBy): void;
  onFile(file: File): void;
  onTin(query: { tinCountry: string; tin: string }): void;
}

let lastMethod: Method = 'file';

/** The four ways for a certificate to come in. The one used last is offered first the next time. */
export function AskPanel({ isShown, trouble, onText, onFile, onTin }: AskPanelProps) {
  const { t } = useWords();
  const [method, setMethod] = useState(lastMethod);
  const choose = (chosen: Method) => {
    lastMethod = chosen;
    setMethod(chosen);
  };
  return (
    <section className="panel">
      <Segments
        legend={t('verify.how')}
        value={method}
        onChange={choose}
        segments={[
          { value: 'file', label: t('verify.file'), icon: 'file' },
          { value: 'camera', label: t('verify.camera'), icon: 'camera' },
          { value: 'paste', label: t('verify.paste'), icon: 'paste' },
          { value: 'tin', label: t('verify.tin'), icon: 'number' },
        ]}
      />
      <TroubleNotice trouble={trouble} />
      {method === 'file' && (
        <FileDrop label={t('verify.fileButton')} hint={t('verify.fileHint')} onFile={onFile} />
      )}
      {method === 'camera' && <CameraInput isShown={isShown} onText={(text) => onText(text, 'camera')} />}
      {method === 'paste' && <PasteInput onText={(text) => onText(text, 'paste')} />}
      {method === 'tin' && <TinInput onTin={onTin} />}
    </section>
  );
}
