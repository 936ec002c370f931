import { Button, Progress } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import type { Filters } from '../../app/filters.js';
import { addressOf } from '../../app/route.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTitle } from '../../app/use-title.js';
import { CertificatePage } from './certificate-page.js';
import { useCertificate } from './use-certificate.js';

interface CertificateScreenProps {
  id: string;
  /** Of the list that it leads back to. */
  filters: Filters;
}

/** One certificate, as soon as the agent has told about it. */
export function CertificateScreen({ id, filters }: CertificateScreenProps) {
  const { t } = useWords();
  const [loaded, reload] = useCertificate(id);
  useTitle(
    loaded.state === 'loaded'
      ? loaded.value.certificate.certificate.certificateNumber
      : t('certificate.title'),
  );
  return (
    <>
      <p>
        <a href={addressOf({ page: 'certificates', filters })}>{t('certificate.back')}</a>
      </p>
      {loaded.state === 'loading' && <Progress label={t('certificate.loading')} />}
      {loaded.state === 'failed' && (
        <TroubleNotice trouble={loaded.trouble}>
          <div className="row">
            <Button onClick={() => void reload()}>{t('trouble.retry')}</Button>
          </div>
        </TroubleNotice>
      )}
      {loaded.state === 'loaded' && (
        <CertificatePage {...loaded.value} trouble={loaded.trouble} onChanged={reload} />
      )}
    </>
  );
}
