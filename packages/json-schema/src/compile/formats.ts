import type { Format } from 'ajv';
import type { DefinedFormats } from 'ajv-formats/dist/formats.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { maxFormatCharacters } from '../limits.js';

/** Those that are extensions of the library, not of JSON Schema. */
const foreign = new Set(['int32', 'int64', 'float', 'double', 'password', 'binary', 'byte']);

/** Formats that are asserted, each of a bounded text. Others are ignored, as the standard wants. */
export const formats: Readonly<Record<string, Format>> = Object.fromEntries(
  Object.entries(fullFormats as DefinedFormats)
    .filter(([name]) => !foreign.has(name))
    .map(([name, format]) => [
      name,
      (text: string) => text.length <= maxFormatCharacters && holds(format, text),
    ]),
);

function holds(format: unknown, text: string): boolean {
  if (format instanceof RegExp) return format.test(text);
  if (typeof format === 'function') return Boolean(format(text));
  const { validate } = format as { validate: unknown };
  return validate === undefined ? true : holds(validate, text);
}
