import { formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { useSignedIn } from './session-context.js';

/** Tells instants in the legal time of the authority, as its e-mails do: decisions begin and end by it. */
export function useInstant(): (instant: string) => string {
  const { language } = useWords();
  const { utcOffset } = useSignedIn().caller.authority;
  return (instant) => formatInstant(instant, language, utcOffset);
}
