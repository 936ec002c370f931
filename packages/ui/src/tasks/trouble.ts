/** What went wrong, as plain data: a code that the app has words for, and a message for who helps by telephone. */
export interface Trouble {
  code: string;
  message: string;
}
