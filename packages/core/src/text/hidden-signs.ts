/**
 * What nobody sees, and what turns round what is seen: control characters, line and paragraph separators, marks of
 * direction, and signs without width. Whatever a stranger wrote is shown without them.
 */
export const hiddenSigns = /[\p{Cc}\p{Bidi_Control}\u200b-\u200f\u2028\u2029\u2060-\u206f\ufeff]/gu;
