import { Button, Dialog } from '@eslabon/ui';
import { type ReactNode, useState } from 'react';
import { useWords } from '../words/use-words.js';

interface ConfirmButtonProps {
  /** What the button says that asks. */
  label: string;
  title: string;
  /** What the button says that does it. */
  yes: string;
  look?: 'plain' | 'danger';
  disabled?: boolean;
  onYes(): void;
  children: ReactNode;
}

/** Something that cannot be undone: it is done only after a question that says what it does. */
export function ConfirmButton({
  label,
  title,
  yes,
  look = 'plain',
  disabled,
  onYes,
  children,
}: ConfirmButtonProps) {
  const { t } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const close = () => setIsAsking(false);
  return (
    <>
      <Button look={look} disabled={disabled} onClick={() => setIsAsking(true)}>
        {label}
      </Button>
      {isAsking && (
        <Dialog title={title} onClose={close}>
          {children}
          <div className="row">
            <Button
              look="danger"
              onClick={() => {
                close();
                onYes();
              }}
            >
              {yes}
            </Button>
            <Button onClick={close}>{t('common.cancel')}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
