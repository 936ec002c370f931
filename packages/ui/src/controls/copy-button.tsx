import { type ComponentProps, useState } from 'react';
import { Icon } from '../icons/icon.js';
import { LiveRegion } from '../live/live-region.js';
import { Button } from './button.js';

interface CopyButtonProps extends Omit<ComponentProps<typeof Button>, 'onClick' | 'children'> {
  /** What is copied. */
  text: string;
  label: string;
  /** Said when it is in the clipboard. */
  copied: string;
  /** Said when the browser gave no clipboard: what to do instead. */
  failed: string;
}

/** Copies a text, and says whether it did. */
export function CopyButton({ text, label, copied, failed, ...rest }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<{ of: string; said: string }>();
  const copy = async () => {
    // Cleared first, so that a second copy is said again.
    setOutcome(undefined);
    const said = await toClipboard(text).then(
      () => copied,
      () => failed,
    );
    setOutcome({ of: text, said });
  };
  return (
    <span className="row">
      <Button onClick={() => void copy()} {...rest}>
        <Icon name="copy" />
        {label}
      </Button>
      <LiveRegion className="small soft">{outcome?.of === text ? outcome.said : ''}</LiveRegion>
    </span>
  );
}

/** Browsers hide the clipboard from pages that came over plain http: a rejection as well, not an exception. */
async function toClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
