import { useId } from 'react';
import { Icon, type IconName } from '../icons/icon.js';

interface Segment<V extends string> {
  value: V;
  label: string;
  icon?: IconName;
  /** Language of the label, where it is another than the page's. */
  lang?: string;
}

interface SegmentsProps<V extends string> {
  legend: string;
  segments: readonly Segment<V>[];
  value: V | undefined;
  onChange(value: V): void;
}

/** A choice of one among few: radio buttons, and therefore worked by the arrow keys. */
export function Segments<V extends string>({ legend, segments, value, onChange }: SegmentsProps<V>) {
  const name = useId();
  return (
    <fieldset className="stack tight">
      <legend>{legend}</legend>
      <div className="segments">
        {segments.map((segment) => (
          <label key={segment.value} lang={segment.lang}>
            <input
              type="radio"
              name={name}
              value={segment.value}
              checked={segment.value === value}
              onChange={() => onChange(segment.value)}
            />
            {segment.icon !== undefined && <Icon name={segment.icon} />}
            <span>{segment.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
