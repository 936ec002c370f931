import { readParameters } from '../form/read-parameters.js';
import { presentationRefused, refusalCodes } from './presentation-refused.js';

/** The parameters of a form; none may come twice (RFC 6749 §3.1). @throws EslabonError PRESENTATION_REFUSED */
export function readForm(form: string): URLSearchParams {
  return readParameters(form, (sentence) => presentationRefused(refusalCodes.malformed, sentence));
}
