/** Points in a millimetre. */
export const millimetre = 72 / 25.4;

/** A4 (ISO 216), in points. */
export const page = { width: 210 * millimetre, height: 297 * millimetre, margin: 18 * millimetre } as const;

/** The code without its quiet zone, which is four modules wide on every side (ISO/IEC 18004 §6.3.8). */
export const code = { size: 72 * millimetre, quietModules: 4 } as const;

export const ink = { text: '#111111', soft: '#555555', rule: '#9a9a9a' } as const;

/** Where the middle of the code is, as parts of the page's width and height: what a photo is aimed at. */
export const codeAim = [
  (page.margin + code.size / 2) / page.width,
  1 - (page.margin + 8 * millimetre + code.size / 2) / page.height,
] as const;
