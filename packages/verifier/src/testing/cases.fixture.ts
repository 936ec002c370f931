import { arrangementCases } from './cases/arrangement.fixture.js';
import type { Case } from './cases/case.fixture.js';
import { dataCases } from './cases/data.fixture.js';
import { dateCases } from './cases/date.fixture.js';
import { delegationCases } from './cases/delegation.fixture.js';
import { formatCases } from './cases/format.fixture.js';
import { holderCases } from './cases/holder.fixture.js';
import { issuerCases } from './cases/issuer.fixture.js';
import { keyCases } from './cases/key.fixture.js';
import { statusCases } from './cases/status.fixture.js';

/** At least one request for every answer that a check can give. */
export const cases: readonly Case[] = [
  ...issuerCases,
  ...keyCases,
  ...dateCases,
  ...statusCases,
  ...arrangementCases,
  ...dataCases,
  ...formatCases,
  ...holderCases,
  ...delegationCases,
];
