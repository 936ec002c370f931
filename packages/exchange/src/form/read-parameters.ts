/** Parameters that a form may have; the longest that a standard names has six. */
const most = 64;

/**
 * The parameters of a form as it stands in a body; none may come twice (RFC 6749 §3.1, §3.2). They are counted before
 * anything is done with them: a large body can hold very many, and nobody has to prove anything to send one.
 * @param refuse makes the error that is thrown out of a sentence
 */
export function readParameters(form: string, refuse: (sentence: string) => Error): URLSearchParams {
  if (form.split('&', most + 1).length > most) throw refuse(`The form has more than ${most} parameters.`);
  const parameters = new URLSearchParams(form);
  const names = [...parameters.keys()];
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  if (repeated !== undefined) throw refuse(`The parameter '${repeated.slice(0, 40)}' comes twice.`);
  return parameters;
}
