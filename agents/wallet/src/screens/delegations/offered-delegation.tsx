import { Button, StepHeading } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import type { HeldDelegation } from '../../session/contract.js';
import { DelegationFacts } from './delegation-facts.js';

interface Props {
  delegation: HeldDelegation;
  isBusy: boolean;
  onTake: () => void;
  onCancel: () => void;
}

/** What somebody would let this device do: taken only when its owner says so. */
export function OfferedDelegation({ delegation, isBusy, onTake, onCancel }: Props) {
  const { t } = useWords();
  return (
    <section className="panel">
      <StepHeading>{t('held.offered')}</StepHeading>
      <DelegationFacts delegation={delegation} />
      <div className="row">
        <Button look="primary" disabled={isBusy} onClick={onTake}>
          {t('held.take')}
        </Button>
        <Button disabled={isBusy} onClick={onCancel}>
          {t('held.leave')}
        </Button>
      </div>
    </section>
  );
}
