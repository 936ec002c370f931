import { Button, LiveRegion } from '@eslabon/ui';
import { formatCount } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { type RefObject, useEffect, useRef } from 'react';

interface EarlierProps {
  /** Whose items have a heading each; more of them come at its end. */
  list: RefObject<HTMLElement | null>;
  shown: number;
  total: number;
  onMore(): void;
}

/** Entries of a long list that are shown at first, and with each press of the button. */
export const earlierBy = 20;

/** How much of a long list is shown, and the way to the rest. The first of what comes takes the focus, to read on from. */
export function Earlier({ list, shown, total, onMore }: EarlierProps) {
  const { t, language } = useWords();
  const before = useRef<number>(undefined);
  useEffect(() => {
    const heading = before.current === undefined ? null : headingOf(list.current, before.current);
    if (heading === null || shown <= (before.current ?? shown)) return;
    before.current = undefined;
    heading.tabIndex = -1;
    heading.focus();
  }, [list, shown]);
  if (total <= earlierBy) return null;
  const counts = { shown: formatCount(shown, language), total: formatCount(total, language) };
  return (
    <div className="stack tight">
      <LiveRegion className="soft">{t('earlier.shown', counts)}</LiveRegion>
      {shown < total && (
        <div className="row">
          <Button
            onClick={() => {
              before.current = shown;
              onMore();
            }}
          >
            {t('earlier.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

function headingOf(list: HTMLElement | null, at: number): HTMLElement | null {
  return list?.children[at]?.querySelector<HTMLElement>('h2, h3') ?? null;
}
