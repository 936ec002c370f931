/** Pixels of a picture, row by row. */
export interface Picture {
  width: number;
  height: number;
  /** RGBA. */
  data: Uint8ClampedArray;
}
