import { useSyncExternalStore } from 'react';
import { Button } from '../controls/button.js';
import { Notice } from '../panels/notice.js';
import { currentInstallation, onInstallation } from './installation.js';

/** A new version waits until there is time for it: nothing changes by itself in the middle of something. */
export function UpdateNotice({ text, button }: { text: string; button: string }) {
  const { update } = useSyncExternalStore(onInstallation, currentInstallation);
  if (update === undefined) return null;
  return (
    <Notice tone="calm" announce>
      <p>{text}</p>
      <div className="row">
        <Button onClick={update}>{button}</Button>
      </div>
    </Notice>
  );
}
