import { cameraTrouble, QrScanner } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { TroubleError } from '../../engine/trouble-error.js';

interface CameraInputProps {
  isShown: boolean;
  onText(text: string): void;
}

/** Reads a QR code with the camera; the worker searches its pictures. */
export function CameraInput({ isShown, onText }: CameraInputProps) {
  const { t } = useWords();
  const { engine } = useSession();
  return (
    <QrScanner
      isShown={isShown}
      read={(picture) => engine('readQr', { picture, patient: false })}
      onText={onText}
      words={{
        picture: t('verify.cameraPicture'),
        looking: t('verify.cameraLooking'),
        hint: t('verify.cameraHint'),
        start: t('verify.start'),
        stop: t('verify.stop'),
      }}
      trouble={(error) => (
        <TroubleNotice
          trouble={error instanceof TroubleError ? TroubleError.dataOf(error) : cameraTrouble(error)}
        />
      )}
    />
  );
}
