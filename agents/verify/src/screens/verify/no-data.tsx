import { Icon } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { addressOf } from '../../app/use-route.js';

export function NoData() {
  const { t } = useWords();
  return (
    <section className="panel">
      <h2>{t('verify.noBundleTitle')}</h2>
      <p>{t('verify.noBundle')}</p>
      <div className="row">
        <a className="button primary" href={addressOf('data')}>
          <Icon name="data" />
          {t('verify.loadData')}
        </a>
      </div>
    </section>
  );
}
