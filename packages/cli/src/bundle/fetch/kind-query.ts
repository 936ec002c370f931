export interface BundleKind {
  register: boolean;
  /** The agent chooses when absent. */
  mode: 'attested' | 'sealed' | undefined;
}

/** Query of an operation on bundles: only what was asked for. */
export function kindQuery({ register, mode }: BundleKind): {
  register?: 'true';
  trust?: 'attested' | 'sealed';
} {
  return { ...(register ? { register: 'true' } : {}), ...(mode === undefined ? {} : { trust: mode }) };
}
