import type { Codec } from './codec.js';
import { wrongShape } from './codec.js';

/** The shape of each member, in the order in which a row carries them. */
export type Fields<T> = { readonly [K in keyof T]-?: Codec<T[K]> };

/** An object carried as an array of its members in order: compact, for what occurs many times. */
export function row<T extends object>(fields: Fields<T>): Codec<T> {
  const entries = Object.entries(fields) as [keyof T & string, Codec<T[keyof T]>][];
  return {
    write: (value, path) => entries.map(([name, codec]) => codec.write(value[name], `${path}.${name}`)),
    read(raw, path) {
      if (!Array.isArray(raw) || raw.length !== entries.length) {
        throw wrongShape(path, `a row of ${entries.length}`);
      }
      const read = entries.map(([name, codec], at) => [name, codec.read(raw[at], `${path}.${name}`)]);
      return Object.fromEntries(read) as T;
    },
  };
}

/** An object carried as a map of its members by name, no more and no fewer: readable without this code. */
export function record<T extends object>(fields: Fields<T>): Codec<T> {
  const entries = Object.entries(fields) as [keyof T & string, Codec<T[keyof T]>][];
  return {
    write(value, path) {
      const written = entries.map(([name, codec]) => [name, codec.write(value[name], `${path}.${name}`)]);
      return Object.fromEntries(written.filter(([, member]) => member !== undefined));
    },
    read(raw, path) {
      if (!isPlainObject(raw)) throw wrongShape(path, 'a map');
      const unknown = Object.keys(raw).find((name) => !Object.hasOwn(fields, name));
      if (unknown !== undefined) throw wrongShape(`${path}.${unknown.slice(0, 40)}`, 'a known member');
      const read = entries.map(([name, codec]) => {
        const member = Object.hasOwn(raw, name) ? raw[name] : undefined;
        return [name, codec.read(member, `${path}.${name}`)] as const;
      });
      return Object.fromEntries(read.filter(([, member]) => member !== undefined)) as T;
    },
  };
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}

/** A member that a record may lack. */
export function optional<T>(member: Codec<T>): Codec<T | undefined> {
  return {
    write: (value, path) => (value === undefined ? undefined : member.write(value, path)),
    read: (raw, path) => (raw === undefined ? undefined : member.read(raw, path)),
  };
}

/** A member of a row that may be missing, carried as null. */
export function nullable<T>(member: Codec<T>): Codec<T | undefined> {
  return {
    write: (value, path) => (value === undefined ? null : member.write(value, path)),
    read: (raw, path) => (raw === null ? undefined : member.read(raw, path)),
  };
}

/** An array in its own order, of `min` to `max` members. */
export function list<T>(member: Codec<T>, min = 0, max = Number.POSITIVE_INFINITY): Codec<T[]> {
  const requireLength = (value: unknown, path: string): unknown[] => {
    if (!Array.isArray(value) || value.length < min || value.length > max) {
      throw wrongShape(
        path,
        max === Number.POSITIVE_INFINITY ? `an array of ${min} or more` : `an array of ${min} to ${max}`,
      );
    }
    return value;
  };
  return {
    write: (value, path) =>
      requireLength(value, path).map((each, at) => member.write(each as T, `${path}[${at}]`)),
    read: (raw, path) => requireLength(raw, path).map((each, at) => member.read(each, `${path}[${at}]`)),
  };
}

/** A set: written in the given order whatever order it comes in, and read only in that order. No member twice. */
export function sorted<T>(
  member: Codec<T>,
  order: (a: T, b: T) => number,
  max = Number.POSITIVE_INFINITY,
): Codec<T[]> {
  const members = list(member, 0, max);
  const requireAscending = (value: T[], path: string): void => {
    for (let at = 1; at < value.length; at++) {
      if (order(value[at - 1] as T, value[at] as T) >= 0)
        throw wrongShape(`${path}[${at}]`, 'in ascending order');
    }
  };
  return {
    write(value, path) {
      const ordered = [...value].sort(order);
      requireAscending(ordered, path);
      return members.write(ordered, path);
    },
    read(raw, path) {
      const value = members.read(raw, path);
      requireAscending(value, path);
      return value;
    },
  };
}
