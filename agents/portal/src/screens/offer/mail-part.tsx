import type { CertificateView, Offer, OperationOutput, Operations } from '@eslabon/client/contract';
import type { Language } from '@eslabon/core';
import { Button, CopyButton, Icon, LiveRegion, Progress, Segments, TextField } from '@eslabon/ui';
import { languages, useWords } from '@eslabon/ui/words';
import { type FormEvent, useState } from 'react';
import { ActTrouble } from '../../app/act-trouble.js';
import { useSignedIn } from '../../app/session-context.js';
import { useTask } from '../../app/use-task.js';

type Sent = OperationOutput<Operations['emailOffer']>;

interface MailPartProps {
  offer: Offer;
  certificate: CertificateView;
}

/** The link as an e-mail, in a language of the company: to be copied, and sent where the agent sends e-mail. */
export function MailPart({ offer, certificate }: MailPartProps) {
  const { t, language: spoken } = useWords();
  const { caller } = useSignedIn();
  const [language, setLanguage] = useState<Language>(spoken);
  const { subject, text } = offer.messages[language];
  const words = { copied: t('offer.copied'), failed: t('offer.copyFailed') };
  return (
    <div className="stack">
      <h3>{t('offer.mailTitle')}</h3>
      <Segments
        legend={t('offer.mailLanguage')}
        segments={languages.map(({ value, label }) => ({ value, label, lang: value }))}
        value={language}
        onChange={(chosen) => setLanguage(chosen)}
      />
      {caller.email ? (
        <MailForm offer={offer} certificate={certificate} language={language} />
      ) : (
        <p className="soft">{t('offer.mailAbsent')}</p>
      )}
      <div className="row">
        <CopyButton text={subject} label={t('offer.mailCopySubject')} {...words} />
        <CopyButton text={text} label={t('offer.mailCopyText')} {...words} />
      </div>
      <details>
        <summary>{t('offer.mailShow')}</summary>
        <div className="stack" lang={language}>
          <p>
            <strong>{subject}</strong>
          </p>
          <p className="mail-text small">{text}</p>
        </div>
      </details>
    </div>
  );
}

function MailForm({ offer, certificate, language }: MailPartProps & { language: Language }) {
  const { t } = useWords();
  const { client } = useSignedIn();
  const task = useTask();
  const { contactEmail } = certificate;
  const [to, setTo] = useState(contactEmail ?? '');
  const [sent, setSent] = useState<Sent>();
  const send = (event: FormEvent) => {
    event.preventDefault();
    void task.run(async () => {
      setSent(undefined);
      const params = { id: certificate.id, offerId: offer.id };
      const body = { to: to.trim(), language, offerUrl: offer.offerUrl };
      setSent(await client.emailOffer({ params, body }));
    });
  };
  return (
    <form className="stack" onSubmit={send}>
      <TextField
        type="email"
        label={t('offer.mailTo')}
        hint={contactEmail === null ? undefined : t('offer.mailToHint')}
        value={to}
        required
        maxLength={254}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => setTo(target.value)}
      />
      <ActTrouble trouble={task.trouble} unsure={t('offer.mailUnsure')} />
      {task.busy ? (
        <Progress label={t('offer.mailSending')} />
      ) : (
        <div className="row">
          <Button type="submit">
            <Icon name="send" />
            {t('offer.mailSend')}
          </Button>
        </div>
      )}
      <LiveRegion>{sent !== undefined && t('offer.mailSent', { to: sent.to, count: sent.left })}</LiveRegion>
    </form>
  );
}
