/** What a file is, by its first bytes: a photo that is read here, or something else. */
export function photoKind(bytes: Uint8Array): 'jpeg' | 'png' | undefined {
  const starts = (...magic: number[]) => magic.every((byte, at) => bytes[at] === byte);
  if (starts(0xff, 0xd8, 0xff)) return 'jpeg';
  return starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ? 'png' : undefined;
}
