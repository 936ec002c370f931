import { Button, Dialog } from '@eslabon/ui';
import { formatCount, formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { useReady } from '../../app/session-context.js';
import type { Offer } from '../../bundles/take-data.js';

interface OfferDialogProps {
  offer: Offer;
  onUse(): void;
  onKeep(): void;
  onCancel(): void;
}

/** Never a step back without being told so: older data do not know the suspensions since. */
export function OfferDialog({ offer, onUse, onKeep, onCancel }: OfferDialogProps) {
  const { t, language } = useWords();
  const { bundle } = useReady();
  if (bundle.state !== 'open') return null;
  const { block } = offer.summary;
  const current = bundle.summary.block;
  const isOlder = offer.order === 'older';
  return (
    <Dialog title={t(isOlder ? 'data.olderTitle' : 'data.alikeTitle')} onClose={onCancel}>
      <p>
        {isOlder
          ? t('data.older', {
              block: formatCount(block.number, language),
              time: formatInstant(block.timestamp * 1000, language),
              currentBlock: formatCount(current.number, language),
              currentTime: formatInstant(current.timestamp * 1000, language),
            })
          : t('data.alike')}
      </p>
      <div className="stack tight">
        {isOlder ? (
          <>
            <Button look="primary" onClick={onKeep}>
              {t('data.olderPast')}
            </Button>
            <Button look="danger" onClick={onUse}>
              {t('data.olderUse')}
            </Button>
          </>
        ) : (
          <Button look="primary" onClick={onUse}>
            {t('data.alikeUse')}
          </Button>
        )}
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
      </div>
    </Dialog>
  );
}
