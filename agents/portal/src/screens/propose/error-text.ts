import { useWords } from '@eslabon/ui/words';
import type { FieldError } from './field-errors.js';

/** Puts into words what is wrong with a field. */
export function useErrorText(): (error: FieldError | undefined) => string | undefined {
  const { t } = useWords();
  return (error) =>
    error && t(`propose.errors.${error.key}`, { max: '', country: '', message: '', ...error.values });
}
