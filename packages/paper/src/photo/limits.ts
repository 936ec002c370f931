/** The largest photo that is read, in bytes and in pixels: phones take 12 to 50 million. */
export const photoLimits = { bytes: 32 * 1024 * 1024, pixels: 64_000_000 } as const;

/** Scans of a JPEG: those of cameras have one, progressive ones about ten; each costs as much as the whole picture. */
export const maxScans = 64;

/** Milliseconds that a code is looked for. */
export const photoPatience = 8_000;
