/** The same keys with any words: a missing one, or one too many, does not compile. */
export type Wording<T> = { [K in keyof T]: T[K] extends string ? string : Wording<T[K]> };

/** Words by their keys, of any app. */
export type WordTree = { [name: string]: string | WordTree };
