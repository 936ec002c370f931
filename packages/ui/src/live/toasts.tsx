import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { Icon } from '../icons/icon.js';
import { LiveRegion } from './live-region.js';

/** Long enough to be read twice. What must not be missed is a Notice, not a toast. */
const shownMs = 8000;

type Say = (text: string) => void;

const ToastContext = createContext<Say>(() => undefined);

/** Tells in passing that something was done, at the lower edge and to screen readers. */
export function useToast(): Say {
  return useContext(ToastContext);
}

/** What is around an app that uses {@link useToast}. A new message takes the place of the one before it. */
export function Toasts({ children }: { children: ReactNode }) {
  const [text, setText] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const say = useRef<Say>((message) => {
    clearTimeout(timer.current);
    setText(message);
    timer.current = setTimeout(() => setText(undefined), shownMs);
  });
  return (
    <ToastContext value={say.current}>
      {children}
      <LiveRegion className="toasts">
        {text !== undefined && (
          <p className="toast">
            <Icon name="check" />
            {text}
          </p>
        )}
      </LiveRegion>
    </ToastContext>
  );
}
