/** The largest code that is printed: its modules are still 0.66 mm wide on the page. */
export const maxVersion = 23;

/** Characters of the alphanumeric mode in a code of version 23 with error correction M (ISO/IEC 18004 Table 7). */
export const maxCodeCharacters = 1_248;
