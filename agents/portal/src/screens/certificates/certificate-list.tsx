import type { CertificateView } from '@eslabon/client/contract';
import { Button, Progress } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useGoingOn } from '../../data/use-going-on.js';
import { CertificateEntry } from './certificate-entry.js';

interface CertificateListProps {
  certificates: readonly CertificateView[];
  hasMore: boolean;
  isFetchingMore: boolean;
  onMore(): Promise<void>;
}

/** Certificates, one below the other. When more are there, it goes on with the first of them. */
export function CertificateList({ certificates, hasMore, isFetchingMore, onMore }: CertificateListProps) {
  const { t } = useWords();
  const { list, mark } = useGoingOn(certificates.length);
  return (
    <>
      <ul className="entries" ref={list}>
        {certificates.map((certificate) => (
          <CertificateEntry key={certificate.id} certificate={certificate} />
        ))}
      </ul>
      {isFetchingMore && <Progress label={t('list.loading')} />}
      {hasMore && (
        <div className="row">
          <Button
            onClick={() => {
              mark();
              void onMore();
            }}
          >
            {t('list.more')}
          </Button>
        </div>
      )}
    </>
  );
}
