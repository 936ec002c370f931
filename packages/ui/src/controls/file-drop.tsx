import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Icon } from '../icons/icon.js';
import { Button } from './button.js';

interface FileDropProps {
  /** What the button says. */
  label: string;
  hint: string;
  accept?: string;
  disabled?: boolean;
  onFile(file: File): void;
  children?: ReactNode;
}

/** Takes one file, chosen or dropped. */
export function FileDrop({ label, hint, accept, disabled = false, onFile, children }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file !== undefined && !disabled) onFile(file);
    if (input.current !== null) input.current.value = '';
  };
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    // Dropping is a shortcut for those who have a mouse; the button does the same for everybody.
    // biome-ignore lint/a11y/noStaticElementInteractions: only takes what is dropped
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        take(event.dataTransfer.files);
      }}
    >
      <input ref={input} type="file" hidden accept={accept} onChange={({ target }) => take(target.files)} />
      <Button look="primary" disabled={disabled} onClick={() => input.current?.click()}>
        <Icon name="file" />
        {label}
      </Button>
      <span className="soft small">{hint}</span>
      {children}
    </div>
  );
}
