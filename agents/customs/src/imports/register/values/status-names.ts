import { foldText } from '../fold-words.js';
import type { RegisterStatus } from '../register-reading.js';

const names: Record<RegisterStatus, readonly string[]> = {
  active: [
    ...['active', 'valid', 'in force', 'vigente', 'activo', 'activa', 'ativo', 'ativa', 'válido', 'válida'],
    ...[
      'en vigor',
      'em vigor',
      'habilitado',
      'habilitada',
      'certificado',
      'certificada',
      'autorizado',
      'autorizada',
    ],
  ],
  suspended: [
    ...['suspended', 'suspendido', 'suspendida', 'suspenso', 'suspensa', 'suspensión', 'suspensão'],
    ...['temporarily suspended', 'suspendido temporalmente', 'suspenso temporariamente'],
  ],
  revoked: [
    ...[
      'revoked',
      'cancelled',
      'canceled',
      'withdrawn',
      'annulled',
      'revocado',
      'revocada',
      'revogado',
      'revogada',
    ],
    ...['cancelado', 'cancelada', 'anulado', 'anulada', 'retirado', 'retirada'],
  ],
  expired: ['expired', 'vencido', 'vencida', 'expirado', 'expirada', 'caducado', 'caducada', 'caduco'],
};

/** Statuses by the folded words that registers use; `expired` is no legal status of ours. */
export const statusByName: ReadonlyMap<string, RegisterStatus> = new Map(
  (Object.keys(names) as (keyof typeof names)[]).flatMap((status) =>
    names[status].map((name) => [foldText(name), status] as const),
  ),
);
