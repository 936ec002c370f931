import {
  type AgentContext,
  type BaseRecordAny,
  type BaseRecordConstructor,
  JsonTransformer,
  type Query,
  type QueryOptions,
  RecordDuplicateError,
  RecordNotFoundError,
  type StorageService,
  type TagsBase,
} from '@credo-ts/core';

interface Kept {
  type: string;
  json: string;
  tags: TagsBase;
}

/** Records of a Credo agent in memory, as JSON: what is read is never the object that was saved. */
export class MemoryStorage implements StorageService<BaseRecordAny> {
  readonly supportsCursorPagination = false;
  readonly #records = new Map<string, Kept>();

  async save(_context: AgentContext, record: BaseRecordAny): Promise<void> {
    if (this.#records.has(record.id)) {
      throw new RecordDuplicateError(`There is a record ${record.id}.`, { recordType: record.type });
    }
    this.#keep(record);
  }

  async update(_context: AgentContext, record: BaseRecordAny): Promise<void> {
    this.#demand(record.id, record.type);
    this.#keep(record);
  }

  async delete(context: AgentContext, record: BaseRecordAny): Promise<void> {
    await this.deleteById(context, record.constructor as BaseRecordConstructor<BaseRecordAny>, record.id);
  }

  async deleteById(
    _context: AgentContext,
    { type }: BaseRecordConstructor<BaseRecordAny>,
    id: string,
  ): Promise<void> {
    this.#demand(id, type);
    this.#records.delete(id);
  }

  async getById<T extends BaseRecordAny>(
    _context: AgentContext,
    recordClass: BaseRecordConstructor<T>,
    id: string,
  ): Promise<T> {
    return toRecord(this.#demand(id, recordClass.type), recordClass);
  }

  getAll<T extends BaseRecordAny>(
    context: AgentContext,
    recordClass: BaseRecordConstructor<T>,
  ): Promise<T[]> {
    return this.findByQuery(context, recordClass, {});
  }

  async findByQuery<T extends BaseRecordAny>(
    _context: AgentContext,
    recordClass: BaseRecordConstructor<T>,
    query: Query<T>,
    { offset = 0, limit }: QueryOptions = {},
  ): Promise<T[]> {
    return [...this.#records.values()]
      .filter(({ type, tags }) => type === recordClass.type && matches(tags, query))
      .slice(offset, limit === undefined ? undefined : offset + limit)
      .map((kept) => toRecord(kept, recordClass));
  }

  #keep(record: BaseRecordAny): void {
    const { id, type } = record;
    this.#records.set(id, { type, json: JsonTransformer.serialize(record), tags: { ...record.getTags() } });
  }

  #demand(id: string, type: string): Kept {
    const kept = this.#records.get(id);
    if (kept?.type !== type) throw new RecordNotFoundError(`There is no record ${id}.`, { recordType: type });
    return kept;
  }
}

function toRecord<T extends BaseRecordAny>({ json, tags }: Kept, recordClass: BaseRecordConstructor<T>): T {
  const record = JsonTransformer.deserialize(json, recordClass);
  record.replaceTags({ ...tags });
  return record;
}

/** A tag that is a list has to hold everything that is asked for; what is undefined is not asked for. */
function matches(tags: TagsBase, { $and = [], $or = [], $not, ...wanted }: Query<BaseRecordAny>): boolean {
  const has = ([name, value]: [string, unknown]) => {
    const tag = tags[name];
    if (value === undefined) return true;
    return Array.isArray(tag) ? [value].flat().every((one) => tag.includes(one as string)) : tag === value;
  };
  return (
    Object.entries(wanted).every(has) &&
    $and.every((query: Query<BaseRecordAny>) => matches(tags, query)) &&
    ($or.length === 0 || $or.some((query: Query<BaseRecordAny>) => matches(tags, query))) &&
    ($not === undefined || !matches(tags, $not))
  );
}
