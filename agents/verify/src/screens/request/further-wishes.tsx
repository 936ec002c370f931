import { CheckGroup } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useReady } from '../../app/session-context.js';
import type { Claim, RequestForm } from './asked-for.js';

interface FurtherWishesProps {
  form: RequestForm;
  onForm(form: RequestForm): void;
}

const claims: readonly Claim[] = ['tradeName', 'nationalId', 'address', 'programme', 'lastValidationDate'];

/** What goes beyond the usual: folded away, since more is asked of a company only for a reason. */
export function FurtherWishes({ form, onForm }: FurtherWishesProps) {
  const { t, language } = useWords();
  const { terms } = useReady();
  const { types, roles } = terms[language];
  return (
    <details>
      <summary>{t('request.further')}</summary>
      <div className="stack">
        <CheckGroup
          legend={t('request.types')}
          hint={t('request.anyHint')}
          choices={choicesOf(types)}
          values={form.types}
          onChange={(chosen) => onForm({ ...form, types: chosen })}
        />
        <CheckGroup
          legend={t('request.roles')}
          hint={t('request.anyHint')}
          choices={choicesOf(roles)}
          values={form.roles}
          onChange={(chosen) => onForm({ ...form, roles: chosen })}
        />
        <CheckGroup
          legend={t('request.disclose')}
          hint={t('request.discloseHint')}
          choices={claims.map((value) => ({ value, label: t(`request.claims.${value}`) }))}
          values={form.disclose}
          onChange={(chosen) => onForm({ ...form, disclose: chosen })}
        />
      </div>
    </details>
  );
}

function choicesOf<V extends string>(names: Readonly<Record<V, string>>): { value: V; label: string }[] {
  return (Object.entries(names) as [V, string][]).map(([value, label]) => ({ value, label }));
}
