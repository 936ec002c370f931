/**
 * Names of the fields with something in them that is not whole yet, such as a date without its year. Browsers give an empty
 * value for these, as if nothing had been typed.
 */
export function halfTyped(form: HTMLFormElement): Set<string> {
  const fields = [...form.elements].filter((element) => element instanceof HTMLInputElement);
  return new Set(fields.filter(({ validity }) => validity.badInput).map(({ name }) => name));
}
