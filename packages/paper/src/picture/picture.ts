/** Pixels as a canvas has them: four bytes each, red, green, blue, alpha. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8Array | Uint8ClampedArray;
}

/** One byte of brightness for each pixel. */
export interface Luma {
  width: number;
  height: number;
  data: Uint8Array;
}
