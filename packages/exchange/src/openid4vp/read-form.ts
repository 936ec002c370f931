import { presentationRefused, refusalCodes } from './presentation-refused.js';

/** The parameters of a form; none may come twice (RFC 6749 §3.1). @throws EslabonError PRESENTATION_REFUSED */
export function readForm(form: string): URLSearchParams {
  const parameters = new URLSearchParams(form);
  const names = [...parameters.keys()];
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  if (repeated === undefined) return parameters;
  throw presentationRefused(refusalCodes.malformed, `The parameter '${repeated.slice(0, 40)}' comes twice.`);
}
