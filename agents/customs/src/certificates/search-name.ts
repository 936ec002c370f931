/** Form in which legal names are searched: upper case, without accents, single spaces. */
export function searchName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replace(/\s+/g, ' ').trim();
}
