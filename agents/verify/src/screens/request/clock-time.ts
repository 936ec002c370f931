/** Seconds as minutes and seconds, “4:05”; nothing is left after zero. */
export function clockTime(seconds: number): string {
  const rest = Math.max(0, Math.floor(seconds));
  return `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, '0')}`;
}
