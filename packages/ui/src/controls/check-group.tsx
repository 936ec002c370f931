import { useId } from 'react';
import { CheckField } from './fields.js';

interface CheckGroupProps<V extends string> {
  legend: string;
  hint?: string | undefined;
  choices: readonly { value: V; label: string }[];
  values: readonly V[];
  onChange(values: V[]): void;
}

/** A choice of any among several. What is chosen comes in the order of the choices. */
export function CheckGroup<V extends string>({
  legend,
  hint,
  choices,
  values,
  onChange,
}: CheckGroupProps<V>) {
  const hintId = useId();
  const withChange = (changed: V, isChosen: boolean) =>
    choices
      .map(({ value }) => value)
      .filter((value) => (value === changed ? isChosen : values.includes(value)));
  return (
    <fieldset className="field" aria-describedby={hint === undefined ? undefined : hintId}>
      <legend>{legend}</legend>
      {hint !== undefined && (
        <span className="hint" id={hintId}>
          {hint}
        </span>
      )}
      <div className="choices">
        {choices.map(({ value, label }) => (
          <CheckField
            key={value}
            label={label}
            checked={values.includes(value)}
            onChange={({ target }) => onChange(withChange(value, target.checked))}
          />
        ))}
      </div>
    </fieldset>
  );
}
