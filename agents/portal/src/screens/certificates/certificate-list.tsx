import type { CertificateView } from '@eslabon/client/contract';
import { Button, Progress } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useEffect, useRef } from 'react';
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
  const list = useRef<HTMLUListElement>(null);
  const goOnAt = useRef<number>(undefined);
  const { length } = certificates;
  useEffect(() => {
    if (goOnAt.current === undefined || goOnAt.current >= length) return;
    list.current?.children[goOnAt.current]?.querySelector('a')?.focus();
    goOnAt.current = undefined;
  }, [length]);
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
              goOnAt.current = length;
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
