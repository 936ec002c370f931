import { isRecord } from '@eslabon/credentials';
import type { DcqlQuery } from 'dcql';

export type Path = readonly (string | number | null)[];

/** A credential as queries see it; `vct` of an SD-JWT VC, `types` of every other. */
export interface QueriedCredential {
  format: 'dc+sd-jwt' | 'jwt_vc_json' | 'ldp_vc';
  vct?: string;
  types?: readonly string[];
  claims: Record<string, unknown>;
}

export interface CredentialMatch {
  /** Format and type are those that are asked for. */
  isOfType: boolean;
  /** Claims that are asked for and missing, or that have another value. */
  unmet: Path[];
}

interface Asked {
  format: string;
  meta?: { vct_values?: readonly string[]; type_values?: readonly (readonly string[])[] } | undefined;
  claims?: readonly { path: Path; values?: readonly unknown[] | undefined }[] | undefined;
}

/**
 * Holds a credential against one query of ours (DCQL, OpenID4VP 1.0 §6.4, §7.1): what `customsQuery` uses of the language,
 * and no more. Indexes in paths, `claim_sets` and trusted authorities are not part of it.
 */
export function matchCredential(
  query: DcqlQuery.Output['credentials'][number],
  { format, vct, types, claims }: QueriedCredential,
): CredentialMatch {
  const { meta, ...asked } = query as Asked;
  const isOfKind =
    format === 'dc+sd-jwt'
      ? vct !== undefined && meta?.vct_values?.includes(vct) === true
      : meta?.type_values?.some((all) => all.every((type) => types?.includes(type))) === true;
  const unmet = (asked.claims ?? []).filter(({ path, values }) => {
    const found = selected(claims, path);
    return !found.some((value) => (values === undefined ? value != null : values.includes(value)));
  });
  return { isOfType: asked.format === format && isOfKind, unmet: unmet.map(({ path }) => path) };
}

/** What a path leads to: names go into objects, null into every item of a list. */
function selected(value: unknown, [key, ...rest]: Path): unknown[] {
  if (key === undefined) return [value];
  if (key === null) return Array.isArray(value) ? value.flatMap((item) => selected(item, rest)) : [];
  return isRecord(value) && Object.hasOwn(value, key) ? selected(value[key], rest) : [];
}
