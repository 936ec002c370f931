import { ConfirmButton as KitConfirmButton } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import type { ComponentProps } from 'react';

/** Something that cannot be undone: it is done only after a question that says what it does. */
export function ConfirmButton(props: Omit<ComponentProps<typeof KitConfirmButton>, 'cancel'>) {
  const { t } = useWords();
  return <KitConfirmButton cancel={t('common.cancel')} {...props} />;
}
