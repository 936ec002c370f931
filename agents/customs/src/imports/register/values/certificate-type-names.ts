import type { CertificateType } from '@eslabon/core';
import { foldText } from '../fold-words.js';

/** Words, EU names and UN/EDIFACT 1001 codes of the certificate types (domain.md §3.1). */
const names: Record<CertificateType, readonly string[]> = {
  security: [
    ...[
      'security',
      'seguridad',
      'segurança',
      'AEOS',
      'AEO-S',
      'OEAS',
      'OEA-S',
      'OEA seguridad',
      'OEA segurança',
    ],
    ...['AEO security', 'seguridad y protección', 'security and safety', 'S', '878'],
  ],
  compliance: [
    ...['compliance', 'cumplimiento', 'conformidade', 'AEOC', 'AEO-C', 'OEAC', 'OEA-C', 'OEA cumplimiento'],
    ...['OEA conformidade', 'AEO compliance', 'simplificación', 'simplificaciones', 'simplificação'],
    ...['customs simplifications', 'simplificaciones aduaneras', 'simplificações aduaneiras', 'C', '879'],
  ],
  full: [
    ...[
      'full',
      'completo',
      'completa',
      'combined',
      'combinado',
      'combinada',
      'integral',
      'AEOF',
      'AEO-F',
      'OEAF',
    ],
    ...['OEA-F', 'OEA completo', 'OEA integral', 'OEA pleno', 'seguridad y cumplimiento', 'F', '891'],
    ...['cumplimiento y seguridad', 'segurança e conformidade', 'conformidade e segurança'],
    ...['security and compliance', 'compliance and security'],
  ],
};

/** Certificate types by the folded words of their names. */
export const certificateTypeByName: ReadonlyMap<string, CertificateType> = new Map(
  (Object.keys(names) as CertificateType[]).flatMap((type) =>
    names[type].map((name) => [foldText(name), type] as const),
  ),
);
