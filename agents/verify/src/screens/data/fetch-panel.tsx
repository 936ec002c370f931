import { Button } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { type FetchedData, fetchData, fetchWhole } from '../../agent/fetch-data.js';
import { useReady, useSession } from '../../app/session-context.js';
import { ApiKeyFields } from '../settings/api-key-fields.js';

interface FetchPanelProps {
  busy: boolean;
  onData(fetch: () => Promise<FetchedData>): void;
}

/** Fetches the newest data from the agent that the app came from. */
export function FetchPanel({ busy, onData }: FetchPanelProps) {
  const { t } = useWords();
  const session = useSession();
  const { settings, bundle } = useReady();
  const [apiKey, setApiKey] = useState(settings.apiKey ?? '');
  const [remember, setRemember] = useState(settings.apiKey !== undefined);

  const fetchNewest = async (): Promise<FetchedData> => {
    await session.changeSettings({ apiKey: remember ? apiKey : undefined });
    if (bundle.state !== 'open') return fetchWhole(apiKey);
    const { digest, block } = bundle.summary;
    const fetched = await fetchData(apiKey, { digest, block: block.number });
    if (fetched.kind === 'bundle') return fetched;
    // A delta that does not fit is no reason to go without data.
    return session.engine('applyDelta', { base: bundle.stored.file, delta: fetched.bytes }).then(
      (bytes) => ({ kind: 'bundle', bytes }),
      () => fetchWhole(apiKey),
    );
  };

  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault();
        onData(fetchNewest);
      }}
    >
      <h2>{t('data.fetch')}</h2>
      <p className="soft">{t('data.fetchIntro')}</p>
      <ApiKeyFields apiKey={apiKey} onApiKey={setApiKey} remember={remember} onRemember={setRemember} />
      <div className="row">
        <Button type="submit" disabled={busy || apiKey === ''}>
          {t('data.fetchButton')}
        </Button>
      </div>
    </form>
  );
}
