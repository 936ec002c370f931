import { type RefObject, useEffect, useRef, useState } from 'react';

/** What a form uses to lead to the first entry that has to be corrected. */
interface FirstError {
  form: RefObject<HTMLFormElement | null>;
  /** To be called when errors were found: goes there as soon as they are shown. */
  look(): void;
}

export function useFirstError(): FirstError {
  const form = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);
  useEffect(() => {
    if (attempts === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input')?.focus();
  }, [attempts]);
  return { form, look: () => setAttempts((count) => count + 1) };
}
