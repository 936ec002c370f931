/** Where text goes. `stream` is there when a progress bar may be drawn on it. */
export interface Output {
  write(text: string): void;
  /** A terminal that a person looks at, not a file or a pipe. */
  readonly isTTY: boolean;
  /** Width in characters; 80 when nobody knows. */
  readonly columns: number;
  readonly stream?: NodeJS.WriteStream | undefined;
}

/** All that the command line takes from the machine; tests bring their own. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Standard input, for the file name `-`. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Asks the person at the terminal for one line; absent when there is none. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly home: string;
  now(): Date;
  sleep(milliseconds: number): Promise<void>;
}
