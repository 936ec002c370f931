import { Icon } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';

/** Legal acts that only some roles may do. */
type Act = 'propose' | 'issue' | 'offer' | 'status';

/** Stands where one would look for something that the role may not do, and says which role may. */
export function MayNot({ act }: { act: Act }) {
  const { t } = useWords();
  return (
    <p className="may-not soft">
      <Icon name="info" />
      {t(`mayNot.${act}`)}
    </p>
  );
}
