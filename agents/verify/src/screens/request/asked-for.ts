import type { presentationRequestSchema } from '@eslabon/client/contract';
import type { CertificateType, OperatorRole, Purpose, PurposeKind } from '@eslabon/core';
import type { z } from 'zod';

/** What the agent is asked to ask for. */
export type AskedFor = z.input<typeof presentationRequestSchema>;

export type Claim = NonNullable<AskedFor['disclose']>[number];

/** The form as it stands. */
export interface RequestForm {
  kind: PurposeKind;
  reference: string;
  types: CertificateType[];
  roles: OperatorRole[];
  disclose: Claim[];
}

export const emptyForm: RequestForm = { kind: 'counter', reference: '', types: [], roles: [], disclose: [] };

/** What the form asks for; undefined while its purpose lacks its reference. Nothing chosen is nothing asked. */
export function askedFor({ kind, reference, types, roles, disclose }: RequestForm): AskedFor | undefined {
  const purpose = purposeOf(kind, reference.trim());
  if (purpose === undefined) return undefined;
  return {
    purpose,
    ...(types.length > 0 && { types }),
    ...(roles.length > 0 && { roles }),
    ...(disclose.length > 0 && { disclose }),
  };
}

function purposeOf(kind: PurposeKind, reference: string): Purpose | undefined {
  if (kind === 'counter') return { kind };
  return reference === '' ? undefined : { kind, reference };
}
