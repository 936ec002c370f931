/** The same keys with any words: a missing one, or one too many, does not compile. */
export type Wording<T> = { [K in keyof T]: T[K] extends string ? string : Wording<T[K]> };
