import { type ComponentProps, type ReactNode, useId } from 'react';

interface FieldProps {
  label: string;
  hint?: string | undefined;
}

function Field({
  label,
  hint,
  children,
}: FieldProps & { children: (ids: { id: string; hintId?: string }) => ReactNode }) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <span className="hint" id={hintId}>
          {hint}
        </span>
      )}
      {children(hint === undefined ? { id } : { id, hintId })}
    </div>
  );
}

export function TextField({ label, hint, className = '', ...rest }: FieldProps & ComponentProps<'input'>) {
  return (
    <Field label={label} hint={hint}>
      {({ id, hintId }) => (
        <input id={id} aria-describedby={hintId} className={`input ${className}`.trim()} {...rest} />
      )}
    </Field>
  );
}

export function TextArea({ label, hint, className = '', ...rest }: FieldProps & ComponentProps<'textarea'>) {
  return (
    <Field label={label} hint={hint}>
      {({ id, hintId }) => (
        <textarea id={id} aria-describedby={hintId} className={`input ${className}`.trim()} {...rest} />
      )}
    </Field>
  );
}

interface SelectOption {
  value: string;
  label: string;
}

interface SelectProps extends FieldProps, Omit<ComponentProps<'select'>, 'onChange'> {
  options: readonly SelectOption[];
  /** Shown first, stands for no choice. */
  none?: string;
  onChange(value: string): void;
}

export function SelectField({ label, hint, options, none, onChange, ...rest }: SelectProps) {
  return (
    <Field label={label} hint={hint}>
      {({ id, hintId }) => (
        <select
          id={id}
          aria-describedby={hintId}
          className="input"
          onChange={({ target }) => onChange(target.value)}
          {...rest}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function CheckField({ label, ...rest }: { label: string } & ComponentProps<'input'>) {
  return (
    <label className="check">
      <input type="checkbox" {...rest} />
      <span>{label}</span>
    </label>
  );
}
