export { LanguageChoice } from './language-choice.js';
export { languages } from './languages.js';
export { shownText } from './shown-text.js';
export { speak, startWords } from './start-words.js';
export { type Translate, useWords } from './use-words.js';
export type { Wording } from './wording.js';
