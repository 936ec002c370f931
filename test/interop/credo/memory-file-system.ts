import type { FileSystem } from '@credo-ts/core';

/** Files of a Credo agent that live as long as it does. */
export class MemoryFileSystem implements FileSystem {
  readonly dataPath = '/data';
  readonly cachePath = '/cache';
  readonly tempPath = '/temp';
  readonly #files = new Map<string, string>();

  async exists(path: string): Promise<boolean> {
    return this.#files.has(path);
  }

  /** Folders follow from the paths of files. */
  async createDirectory(): Promise<void> {}

  async copyFile(source: string, destination: string): Promise<void> {
    this.#files.set(destination, await this.read(source));
  }

  async write(path: string, data: string): Promise<void> {
    this.#files.set(path, data);
  }

  async read(path: string): Promise<string> {
    const data = this.#files.get(path);
    if (data === undefined) throw new Error(`There is no file “${path}”.`);
    return data;
  }

  async delete(path: string): Promise<void> {
    this.#files.delete(path);
  }

  async downloadToFile(url: string): Promise<void> {
    throw new Error(`Nothing is downloaded in these tests: “${url}”.`);
  }
}
