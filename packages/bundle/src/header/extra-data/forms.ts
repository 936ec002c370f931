import type { ConsensusProtocol } from '../../trust/trust-anchor.js';
import { ibft2Form } from '../ibft2/ibft2-form.js';
import { qbftForm } from '../qbft/qbft-form.js';
import type { ExtraDataForm } from './extra-data-form.js';

export const extraDataForms: Record<ConsensusProtocol, ExtraDataForm> = { qbft: qbftForm, ibft2: ibft2Form };
