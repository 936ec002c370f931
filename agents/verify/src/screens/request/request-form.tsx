import { Button, Notice, Segments, TextField, useOnline } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { useReady, useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { addressOf } from '../../app/use-route.js';
import type { Trouble } from '../../engine/contract.js';
import { ApiKeyFields } from '../settings/api-key-fields.js';
import { type AskedFor, askedFor, emptyForm, type RequestForm as Form } from './asked-for.js';
import { FurtherWishes } from './further-wishes.js';

interface RequestFormProps {
  trouble: Trouble | undefined;
  onAsk(body: AskedFor, apiKey: string): void;
}

/** Troubles after which another key may help. */
const aboutKey = new Set(['AUTHENTICATION_FAILED', 'AUTHENTICATION_REQUIRED', 'PERMISSION_DENIED']);

/** What a company is asked for, and why. */
export function RequestForm({ trouble, onAsk }: RequestFormProps) {
  const { t } = useWords();
  const session = useSession();
  const { settings } = useReady();
  const isOnline = useOnline();
  const [form, setForm] = useState<Form>(emptyForm);
  const [apiKey, setApiKey] = useState(settings.apiKey ?? '');
  const [remember, setRemember] = useState(settings.apiKey !== undefined);
  const { kind, reference } = form;
  const body = askedFor(form);
  const asksKey = settings.apiKey === undefined || aboutKey.has(trouble?.code ?? '');

  const ask = async () => {
    if (body === undefined) return;
    await session.changeSettings({ apiKey: remember ? apiKey : undefined });
    onAsk(body, apiKey);
  };

  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <p className="soft">{t('request.intro')}</p>
      {!isOnline && <WithoutNetwork />}
      <TroubleNotice trouble={trouble}>
        {trouble?.code === 'PRESENTATIONS_ABSENT' && <p>{t('request.meanwhile')}</p>}
      </TroubleNotice>
      <Segments
        legend={t('request.purpose')}
        value={kind}
        onChange={(chosen) => setForm({ ...form, kind: chosen })}
        segments={(['counter', 'declaration', 'consignment'] as const).map((value) => ({
          value,
          label: t(`request.purposes.${value}`),
        }))}
      />
      {kind !== 'counter' && (
        <TextField
          label={t(`request.references.${kind}`)}
          hint={t('request.referenceHint')}
          className="mono"
          value={reference}
          required
          maxLength={35}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setForm({ ...form, reference: target.value })}
        />
      )}
      <FurtherWishes form={form} onForm={setForm} />
      {asksKey && (
        <>
          {settings.apiKey === undefined && <p className="soft">{t('request.keyNeeded')}</p>}
          <ApiKeyFields apiKey={apiKey} onApiKey={setApiKey} remember={remember} onRemember={setRemember} />
        </>
      )}
      <div className="row">
        <Button look="primary" type="submit" disabled={body === undefined || apiKey === '' || !isOnline}>
          {t('request.ask')}
        </Button>
      </div>
    </form>
  );
}

function WithoutNetwork() {
  const { t } = useWords();
  return (
    <Notice tone="warn" title={t('request.offlineTitle')} announce>
      <p>{t('request.offline')}</p>
      <div className="row">
        <a className="button" href={addressOf('verify')}>
          {t('request.verifyInstead')}
        </a>
      </div>
    </Notice>
  );
}
