import { Icon, type IconName } from '../icons/icon.js';

interface StateChipProps {
  /** Its look (states.css); and what tests know it by. */
  state: string;
  icon: IconName;
  label: string;
}

/** A state by icon, word and colour; none of them says it alone. */
export function StateChip({ state, icon, label }: StateChipProps) {
  return (
    <span className={`state ${state}`} data-state={state}>
      <Icon name={icon} />
      {label}
    </span>
  );
}
