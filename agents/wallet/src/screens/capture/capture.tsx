import { cameraTrouble, FileDrop, Progress, QrScanner, Segments } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { linkOf } from '../../app/links/link-of.js';
import { passLink } from '../../app/links/taken-link.js';
import type { LinkKind } from '../../app/links/wallet-link.js';
import { useQrReader } from '../../app/qr-reader-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import { textInPicture } from '../../scan/text-in-picture.js';
import { PasteLink } from './paste-link.js';

type Method = 'camera' | 'picture' | 'paste';

interface CaptureProps {
  /** What this page answers; a link of another kind goes to the page that does. */
  kind: LinkKind;
  onText(text: string): void;
}

let lastMethod: Method = 'paste';

/** The ways for a link to come in: by camera, by a picture, pasted. The one used last is offered first the next time. */
export function Capture({ kind, onText }: CaptureProps) {
  const { t } = useWords();
  const read = useQrReader();
  const task = useTask();
  const [method, setMethod] = useState(lastMethod);
  const choose = (chosen: Method) => {
    lastMethod = chosen;
    task.clear();
    setMethod(chosen);
  };
  const take = (text: string): boolean => {
    const link = linkOf(text);
    if (link === undefined) return false;
    if (link.kind === kind) onText(link.text);
    else passLink(link);
    return true;
  };
  const scanned = (text: string) => {
    if (!take(text)) task.fail({ code: 'LINK_UNKNOWN', message: text.slice(0, 200) });
  };
  const fromPicture = (file: File) =>
    task.run(async () => {
      const found = await textInPicture(read, file);
      if ('text' in found) scanned(found.text);
      else task.fail(found);
    });

  return (
    <section className="panel">
      <Segments
        legend={t('capture.how')}
        value={method}
        onChange={choose}
        segments={[
          { value: 'paste', label: t('capture.paste'), icon: 'paste' },
          { value: 'camera', label: t('capture.camera'), icon: 'camera' },
          { value: 'picture', label: t('capture.picture'), icon: 'file' },
        ]}
      />
      <TroubleNotice trouble={task.trouble} />
      {method === 'paste' && <PasteLink onText={take} />}
      {method === 'camera' && (
        <QrScanner
          isShown
          read={(picture) => read({ picture, patient: false })}
          onText={scanned}
          trouble={(error) => <TroubleNotice trouble={cameraTrouble(error)} />}
          words={{
            picture: t('capture.cameraPicture'),
            looking: t('capture.cameraLooking'),
            hint: t('capture.cameraHint'),
            start: t('capture.start'),
            stop: t('capture.stop'),
          }}
        />
      )}
      {method === 'picture' && (
        <FileDrop
          label={t('capture.pictureButton')}
          hint={t('capture.pictureHint')}
          accept="image/*"
          disabled={task.busy}
          onFile={(file) => void fromPicture(file)}
        >
          {task.busy && <Progress label={t('capture.searching')} />}
        </FileDrop>
      )}
    </section>
  );
}
