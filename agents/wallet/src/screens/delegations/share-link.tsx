import { Button, CopyButton, Icon, QrCode } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { fitsQr } from './fits-qr.js';

interface ShareLinkProps {
  text: string;
  /** Name of the QR code. */
  label: string;
}

/** A link for somebody else: as QR code, to copy, or by the device's own way of sharing. */
export function ShareLink({ text, label }: ShareLinkProps) {
  const { t } = useWords();
  const isShort = fitsQr(text);
  return (
    <div className="share">
      {isShort ? (
        <QrCode text={text} label={label} errorCorrection="low" />
      ) : (
        <p className="soft">{t('share.tooLong')}</p>
      )}
      <div className="row">
        <CopyButton
          text={text}
          label={t('share.copy')}
          copied={t('common.copied')}
          failed={t('common.copyFailed')}
        />
        {typeof navigator.share === 'function' && (
          <Button onClick={() => void navigator.share({ url: text }).catch(() => undefined)}>
            <Icon name="link" />
            {t('share.send')}
          </Button>
        )}
      </div>
      <details>
        <summary>{t('share.show')}</summary>
        <p className="mono small link-text">{text}</p>
      </details>
    </div>
  );
}
