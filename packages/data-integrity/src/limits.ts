/** What is processed at most. A document beyond a bound is refused before anything expensive is done with it. */
export const limits = {
  /** Levels of objects and arrays. */
  depth: 32,
  /** Characters of all member names and texts together, with 8 for each number, literal, object and array. */
  characters: 262_144,
  /** Objects, arrays, members and items together. */
  values: 4_096,
  /** Items of all `@context` members of the document together. */
  contexts: 32,
  /** Values inside inline contexts, all together. */
  contextValues: 1_024,
  /** Values inside inline contexts times objects of the document: each object may have a context of its own. */
  contextWork: 131_072,
  /** Proofs of one document. */
  proofs: 8,
  /** RDF quads of one document. */
  quads: 4_096,
  /** JSON pointers for selective disclosure. */
  pointers: 256,
  /** Milliseconds for canonicalizing one graph. */
  milliseconds: 2_000,
} as const;
