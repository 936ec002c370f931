import { useSyncExternalStore } from 'react';
import { Button } from '../controls/button.js';
import { useInstall } from '../hooks/use-install.js';
import { Notice } from '../panels/notice.js';
import { currentInstallation, onInstallation } from './installation.js';

interface InstallPanelProps {
  words: {
    title: string;
    /** It would start without a network, or it would not. */
    offlineReady: string;
    offlineNot: string;
    button: string;
    /** How to install it by the menu of the browser. */
    hint: string;
    version: string;
  };
}

/** Whether the app would start without a network, and how it gets an icon of its own. */
export function InstallPanel({ words }: InstallPanelProps) {
  const { offline } = useSyncExternalStore(onInstallation, currentInstallation);
  const install = useInstall();
  return (
    <section className="panel">
      <h2>{words.title}</h2>
      <Notice tone={offline ? 'good' : 'warn'}>
        <p>{offline ? words.offlineReady : words.offlineNot}</p>
      </Notice>
      {install !== undefined && (
        <div className="row">
          <Button onClick={() => void install()}>{words.button}</Button>
        </div>
      )}
      <p className="soft">{words.hint}</p>
      <p className="soft small">{words.version}</p>
    </section>
  );
}
