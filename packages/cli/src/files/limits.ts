/** Largest bundle file that is read, in bytes: room for a register of 20,000 credentials. */
export const maxBundleBytes = 16 * 1024 * 1024;
