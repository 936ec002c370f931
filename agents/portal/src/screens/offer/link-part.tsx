import { CopyButton, Icon, QrCode } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';

/** What goes to the company by one way. */
export function LinkPart({ walletUrl }: { walletUrl: string }) {
  const { t } = useWords();
  return (
    <div className="stack">
      <h3>{t('offer.linkTitle')}</h3>
      <p>{t('offer.linkText')}</p>
      <QrCode text={walletUrl} label={t('offer.qrLabel')} errorCorrection="low" />
      <div className="row">
        <CopyButton
          text={walletUrl}
          label={t('offer.copyLink')}
          copied={t('offer.copied')}
          failed={t('offer.copyFailed')}
        />
        <a className="button" href={walletUrl} target="_blank" rel="noreferrer">
          <Icon name="link" />
          {t('offer.openHere')}
        </a>
      </div>
      <details>
        <summary>{t('offer.showLink')}</summary>
        <p className="mono small">{walletUrl}</p>
      </details>
    </div>
  );
}
