import { isMessageCode } from '../messages/message-code.js';
import type { Check } from './check.js';
import { checkResult } from './check-result.js';

/** Is it a credential, or a presentation of credentials, in a form and with the members that we know? */
export const formatCheck: Check = {
  id: 'format',
  applies: () => true,
  run: ({ credential, presentation, parseFailure }) => {
    if (credential !== undefined) {
      return checkResult('format', 'pass', 'FORMAT_VALID', {
        format: credential.format,
        ...(presentation !== undefined && { presentation: presentation.format }),
      });
    }
    const code = parseFailure?.code ?? 'CREDENTIAL_MALFORMED';
    return checkResult('format', 'fail', isMessageCode(code) ? code : 'CREDENTIAL_MALFORMED', {
      detail: parseFailure?.message ?? '',
      ...parseFailure?.details,
    });
  },
};
