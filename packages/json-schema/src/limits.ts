/** Values in a schema: objects, arrays and what is in them. */
export const maxSchemaValues = 4_000;

/** Values in a credential. */
export const maxCredentialValues = 10_000;

/** Levels of both. */
export const maxDepth = 32;

/** Characters of a text of either. */
export const maxTextCharacters = 65_536;

/** Characters of all texts and names of either together. */
export const maxCharacters = 1_048_576;

/** Characters of a text that a `format` is checked of: the library's expressions are not all linear. */
export const maxFormatCharacters = 2_048;

/** Characters of a `pattern`. */
export const maxPatternCharacters = 1_024;

/** Work of following `$ref`s: each costs as many steps as the value has that it is applied to. */
export const maxReferenceSteps = 100_000;

/** Work of patterns: each match costs characters times instructions of the compiled pattern. */
export const maxPatternSteps = 2_000_000;
