/**
 * What must not get into a signed certificate: control characters, marks that change the direction of text, and the
 * character that stands for lost ones. What a person reads would not be what is signed.
 */
export const unreadable = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]/u;
