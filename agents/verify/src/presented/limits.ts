/** Largest files that are read, in bytes. */
export const limits = {
  /** The limit of openBundle. */
  bundle: 4 * 1024 * 1024,
  credential: 1024 * 1024,
  anchor: 1024 * 1024,
  picture: 32 * 1024 * 1024,
} as const;
