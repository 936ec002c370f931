import { Button, Progress } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { StaleNotice } from '../../app/stale-notice.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useGoingOn } from '../../data/use-going-on.js';
import type { Pages } from '../../data/use-pages.js';

interface WaitingListProps<T> {
  title: string;
  /** Said where nothing waits. */
  none: string;
  pages: Pages<T>;
  entry(item: T): ReactNode;
}

/** Takes the focus when what had it is gone with an entry. */
function useFocusAfterLoss(count: number): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(count);
  useEffect(() => {
    if (count < before.current && document.activeElement === document.body) heading.current?.focus();
    before.current = count;
  }, [count]);
  return heading;
}

/** What waits of one kind, page after page. */
export function WaitingList<T extends { id: string }>({ title, none, pages, entry }: WaitingListProps<T>) {
  const { t } = useWords();
  const { list, reload, more, isFetchingMore, moreTrouble } = pages;
  const length = list.state === 'loaded' ? list.value.items.length : 0;
  const heading = useFocusAfterLoss(length);
  const goingOn = useGoingOn(length);
  return (
    <section className="stack">
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {list.state === 'loading' && <Progress label={t('waiting.loading')} />}
      {list.state === 'failed' && (
        <TroubleNotice trouble={list.trouble}>
          <div className="row">
            <Button onClick={() => void reload()}>{t('trouble.retry')}</Button>
          </div>
        </TroubleNotice>
      )}
      {list.state === 'loaded' && (
        <>
          {list.value.items.length === 0 && <p className="soft">{none}</p>}
          <ul className="plain-list waiting" ref={goingOn.list}>
            {list.value.items.map((item) => (
              <li key={item.id} className="panel">
                {entry(item)}
              </li>
            ))}
          </ul>
          <TroubleNotice trouble={moreTrouble} />
          <StaleNotice trouble={list.trouble} onRetry={reload} />
          {isFetchingMore && <Progress label={t('waiting.loading')} />}
          {list.value.next !== undefined && (
            <div className="row">
              <Button
                onClick={() => {
                  goingOn.mark();
                  void more();
                }}
              >
                {t('waiting.more')}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
