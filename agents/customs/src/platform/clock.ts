/** Source of the current instant; tests give their own. */
export type Clock = () => Date;

/** Whole Unix seconds. */
export function unixSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
