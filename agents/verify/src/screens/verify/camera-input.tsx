import { TroubleNotice } from '../../app/trouble-notice.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { useWords } from '../../words/use-words.js';
import { useCamera } from './use-camera.js';

interface CameraInputProps {
  isShown: boolean;
  onText(text: string): void;
}

/** Reads a QR code with the camera, which is on only while it is looked at. */
export function CameraInput({ isShown, onText }: CameraInputProps) {
  const { t } = useWords();
  const { video, state, trouble, turnOn, turnOff } = useCamera(isShown, onText);
  return (
    <div className="camera">
      <TroubleNotice trouble={trouble} />
      <video ref={video} hidden={state === 'off'} muted playsInline aria-label={t('verify.cameraPicture')} />
      <p role="status">{t(state === 'on' ? 'verify.cameraLooking' : 'verify.cameraHint')}</p>
      <div className="row">
        {state === 'off' ? (
          <Button look="primary" onClick={turnOn}>
            <Icon name="camera" />
            {t('verify.start')}
          </Button>
        ) : (
          <Button onClick={turnOff}>{t('verify.stop')}</Button>
        )}
      </div>
    </div>
  );
}
