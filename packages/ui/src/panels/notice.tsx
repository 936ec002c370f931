import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icons/icon.js';

type Tone = 'good' | 'warn' | 'bad' | 'calm';

const icons: Record<Tone, IconName> = { good: 'check', warn: 'warning', bad: 'cross', calm: 'info' };

interface NoticeProps {
  tone: Tone;
  title?: string | undefined;
  /** Read out at once when it appears: for what interrupts, not for what is there from the start. */
  announce?: boolean;
  children?: ReactNode;
}

export function Notice({ tone, title, announce = false, children }: NoticeProps) {
  return (
    <div className={`notice ${tone}`} role={announce ? (tone === 'bad' ? 'alert' : 'status') : undefined}>
      <Icon name={icons[tone]} />
      <div className="stack">
        {title !== undefined && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}
