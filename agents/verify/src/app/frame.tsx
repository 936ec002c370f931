import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.js';
import { Mark } from './mark.js';

interface FrameProps {
  /** Beside the name of the app: what is true on every page. */
  aside?: ReactNode;
  nav?: ReactNode;
  children: ReactNode;
}

/** What is around every page. */
export function Frame({ aside, nav, children }: FrameProps) {
  const { t } = useWords();
  return (
    <>
      {/* A link would change the part after #, which is the page. */}
      <button type="button" className="skip" onClick={() => document.getElementById('content')?.focus()}>
        {t('app.skip')}
      </button>
      <header className="top">
        <div className="top-row">
          <p className="brand">
            <Mark />
            <span>
              <strong>Eslabón</strong> <span className="brand-sub">{t('app.name')}</span>
            </span>
          </p>
          {aside}
        </div>
        {nav}
      </header>
      <main id="content" tabIndex={-1} className="page">
        {children}
      </main>
    </>
  );
}
