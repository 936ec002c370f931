/** A folder of a file share or a stick, as the exporter needs it; names have no path. */
export interface BundleFolder {
  list(): Promise<string[]>;
  /** Undefined when there is no such file. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Writes a file whole or not at all: its name never stands for a part. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}
