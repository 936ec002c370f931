/** Largest bundle file that is read, in bytes; the same limit as openBundle's. */
export const maxBundleBytes = 4 * 1024 * 1024;
