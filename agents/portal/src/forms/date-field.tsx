import { dateSchema } from '@eslabon/core';
import { TextField } from '@eslabon/ui';
import { formatDay } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import type { ComponentProps } from 'react';

type DateFieldProps = Omit<ComponentProps<typeof TextField>, 'type' | 'value'> & { value: string };

/**
 * A calendar date. Browsers show it in the order of their own language, where the month may come first; so it stands in
 * words beneath its name too.
 */
export function DateField({ value, hint, ...rest }: DateFieldProps) {
  const { language } = useWords();
  const day = dateSchema.safeParse(value).success ? formatDay(value, language) : undefined;
  const hints = [hint, day].filter((each) => each !== undefined);
  return (
    <TextField type="date" value={value} hint={hints.length === 0 ? undefined : hints.join(' ')} {...rest} />
  );
}
