import { TextField as KitTextField } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import type { ComponentProps } from 'react';
import { DateField } from '../../forms/date-field.js';
import { useErrorText } from './error-text.js';
import type { TextField } from './proposal-form.js';
import type { ProposalEditing } from './use-proposal.js';

interface Named {
  name: TextField;
  editing: ProposalEditing;
  optional?: boolean | undefined;
}

type ProposalTextProps = Named & Omit<ComponentProps<typeof KitTextField>, 'label' | 'name'>;

/** One field of a proposal, with its name, and with what is wrong with it. */
export function ProposalText({ name, editing, optional, ...rest }: ProposalTextProps) {
  return <KitTextField {...useField({ name, editing, optional })} {...rest} />;
}

/** The same for a calendar date. */
export function ProposalDate({ name, editing, optional, hint }: Named & { hint?: string }) {
  return <DateField {...useField({ name, editing, optional })} hint={hint} />;
}

function useField({ name, editing, optional = false }: Named) {
  const { t } = useWords();
  const errorText = useErrorText();
  const label = t(`propose.fields.${name}`);
  return {
    ...{ name, value: editing.form[name], error: errorText(editing.errors[name]), autoComplete: 'off' },
    label: optional ? t('propose.optional', { label }) : label,
    onChange: ({ target }: { target: { value: string } }) => editing.change({ [name]: target.value }),
  };
}
