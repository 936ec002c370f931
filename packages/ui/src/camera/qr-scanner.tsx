import type { ReactNode } from 'react';
import { Button } from '../controls/button.js';
import { Icon } from '../icons/icon.js';
import { type QrScannerOptions, useQrScanner } from './use-qr-scanner.js';

interface QrScannerProps extends QrScannerOptions {
  words: {
    /** Name of the camera's picture. */
    picture: string;
    /** While it is searched. */
    looking: string;
    /** Before it is turned on. */
    hint: string;
    start: string;
    stop: string;
  };
  /** What is shown when the camera or the reading failed. */
  trouble(error: unknown): ReactNode;
}

/** Reads a QR code with the camera, which is on only while it is looked at. */
export function QrScanner({ words, trouble, ...options }: QrScannerProps) {
  const { video, state, error, turnOn, turnOff } = useQrScanner(options);
  return (
    <div className="camera">
      {error !== undefined && trouble(error)}
      <video ref={video} hidden={state === 'off'} muted playsInline aria-label={words.picture} />
      <p role="status">{state === 'on' ? words.looking : words.hint}</p>
      <div className="row">
        {state === 'off' ? (
          <Button look="primary" onClick={turnOn}>
            <Icon name="camera" />
            {words.start}
          </Button>
        ) : (
          <Button onClick={turnOff}>{words.stop}</Button>
        )}
      </div>
    </div>
  );
}
