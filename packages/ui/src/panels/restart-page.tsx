import type { ReactNode } from 'react';
import { Button } from '../controls/button.js';
import { PageHeading } from './page-heading.js';

interface RestartPageProps {
  title: string;
  /** What the button says that loads the app anew. */
  button: string;
  /** Begins with the first page, not the one that the address names. */
  fromFirst?: boolean;
  children?: ReactNode;
}

/** A page from which it goes on only by loading the app anew. */
export function RestartPage({ title, button, fromFirst = false, children }: RestartPageProps) {
  const restart = () => {
    if (fromFirst) location.hash = '';
    location.reload();
  };
  return (
    <>
      <PageHeading>{title}</PageHeading>
      {children}
      <div className="row">
        <Button look="primary" onClick={restart}>
          {button}
        </Button>
      </div>
    </>
  );
}
