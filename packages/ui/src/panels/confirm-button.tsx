import { type ReactNode, useState } from 'react';
import { Button } from '../controls/button.js';
import { Dialog } from './dialog.js';

interface ConfirmButtonProps {
  /** What the button says that asks. */
  label: string;
  title: string;
  /** What the button says that does it. */
  yes: string;
  cancel: string;
  look?: 'plain' | 'danger';
  disabled?: boolean | undefined;
  onYes(): void;
  children: ReactNode;
}

/** Something that cannot be undone: it is done only after a question that says what it does. */
export function ConfirmButton({
  label,
  title,
  yes,
  cancel,
  look = 'plain',
  disabled,
  onYes,
  children,
}: ConfirmButtonProps) {
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
            <Button onClick={close}>{cancel}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
