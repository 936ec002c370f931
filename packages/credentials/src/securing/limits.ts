/** A token of any securing is read up to this many characters; presentations carry whole credentials. */
export const maxSecuredCharacters = 524_288;
