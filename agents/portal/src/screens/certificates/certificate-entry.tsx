import type { CertificateView } from '@eslabon/client/contract';
import { Icon } from '@eslabon/ui';
import { formatDay } from '@eslabon/ui/format';
import { shownText, useWords } from '@eslabon/ui/words';
import { addressOf } from '../../app/route.js';
import { mostPressing } from '../../certificates/most-pressing.js';
import { CertificateStateChip } from '../../certificates/state-chip.js';

/** One certificate in a list; leads to its page. */
export function CertificateEntry({ certificate: view }: { certificate: CertificateView }) {
  const { t, language } = useWords();
  const { legalName, certificateNumber, tin, validUntil } = view.certificate;
  const pressing = mostPressing(view.pendingChanges);
  return (
    <li className="entry">
      <a href={addressOf({ page: 'certificate', id: view.id })}>{shownText(legalName)}</a>
      <span className="mono">{certificateNumber}</span>
      <span className="mono">{tin}</span>
      <span>
        {validUntil === undefined
          ? t('list.unlimited')
          : t('list.until', { day: formatDay(validUntil, language) })}
      </span>
      <span className="stack tight">
        <CertificateStateChip certificate={view} />
        {pressing !== undefined && (
          <span className="small soft row">
            <Icon name={pressing === 'failed' ? 'warning' : 'clock'} />
            {t(`change.short.${pressing}`)}
          </span>
        )}
      </span>
    </li>
  );
}
