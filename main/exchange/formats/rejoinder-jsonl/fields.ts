import type { JsonObject, JsonValue } from '../../json.ts'

/** Why a line is refused; fit to follow "file:line: ". */
export class LineProblem extends Error {}

/** The fields of one object of a line, taken one by one; whoever is done asks that none be left over. */
export class Fields {
  readonly #object: JsonObject
  readonly #path: string
  readonly #taken = new Set<string>()

  /** `path` names the object inside its line, with a dot at its end; '' for the line itself. */
  constructor(object: JsonObject, path = '') {
    this.#object = object
    this.#path = path
  }

  static of(value: JsonValue, path: string): Fields {
    if (value instanceof Map) return new Fields(value, `${path}.`)
    throw new LineProblem(`"${path}" must be an object`)
  }

  /** Full name of a field, for messages. */
  name(field: string): string {
    return `"${this.#path}${field}"`
  }

  /** Name of the object itself, for messages. */
  itself(): string {
    return `"${this.#path.slice(0, -1)}"`
  }

  /** The raw value; without a fallback the field must be there. */
  value(field: string, fallback?: JsonValue): JsonValue {
    this.#taken.add(field)
    const value = this.#object.get(field)
    if (value !== undefined) return value
    if (fallback !== undefined) return fallback
    throw new LineProblem(`the field ${this.name(field)} is missing`)
  }

  string(field: string, fallback?: string): string {
    const value = this.value(field, fallback)
    return typeof value === 'string' ? value : this.refuse(field, 'a string')
  }

  nullableString(field: string, fallback?: null): string | null {
    return this.value(field, fallback) === null ? null : this.string(field)
  }

  /** An id or a reference to one. */
  id(field: string): string {
    return this.string(field) || this.refuse(field, 'a string that is not empty')
  }

  nullableId(field: string): string | null {
    return this.value(field, null) === null ? null : this.id(field)
  }

  boolean(field: string): boolean {
    const value = this.value(field)
    return typeof value === 'boolean' ? value : this.refuse(field, 'true or false')
  }

  /** A whole number from `least` to `most`. */
  whole(field: string, least = 0, most = Number.MAX_SAFE_INTEGER): number {
    const value = this.value(field)
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
    return this.refuse(
      field,
      most < Number.MAX_SAFE_INTEGER
        ? `a whole number from ${least} to ${most}`
        : `a whole number from ${least} up`,
    )
  }

  /** A number from 0 to 1, or null. */
  ratio(field: string): number | null {
    const value = this.value(field, null)
    if (value === null || (typeof value === 'number' && value >= 0 && value <= 1)) return value
    return this.refuse(field, 'a number from 0 to 1, or null')
  }

  oneOf<T extends string>(field: string, words: readonly T[]): T {
    const value = this.value(field)
    return words.find((word) => word === value) ?? this.refuse(field, `one of ${words.join(', ')}`)
  }

  array<T>(field: string, read: (item: JsonValue, path: string) => T, fallback?: JsonValue[]): T[] {
    const value = this.value(field, fallback)
    if (!Array.isArray(value)) return this.refuse(field, 'a list')
    return value.map((item, index) => read(item, `${this.#path}${field}[${index}]`))
  }

  /** The same as `objects`; it pauses after each. */
  *readingObjects<T>(field: string, read: (fields: Fields) => T): Generator<void, T[]> {
    const value = this.value(field)
    if (!Array.isArray(value)) return this.refuse(field, 'a list')
    const results: T[] = []
    for (const [index, item] of value.entries()) {
      const fields = Fields.of(item, `${this.#path}${field}[${index}]`)
      results.push(read(fields))
      fields.end()
      yield
    }
    return results
  }

  strings(field: string, fallback?: string[]): string[] {
    return this.array(field, readString, fallback)
  }

  objects<T>(field: string, read: (fields: Fields) => T, fallback?: JsonValue[]): T[] {
    return this.array(
      field,
      (item, path) => {
        const fields = Fields.of(item, path)
        const result = read(fields)
        fields.end()
        return result
      },
      fallback,
    )
  }

  object<T>(field: string, read: (fields: Fields) => T): T {
    const fields = Fields.of(this.value(field), `${this.#path}${field}`)
    const result = read(fields)
    fields.end()
    return result
  }

  /** An object whose names are anybody's; in the order they stand in the file. */
  map<T extends JsonValue>(
    field: string,
    isValue: (value: JsonValue) => value is T,
    wanted: string,
  ): ReadonlyMap<string, T> {
    const value = this.value(field, new Map())
    if (!(value instanceof Map)) return this.refuse(field, 'an object')
    for (const [name, item] of value) {
      if (!isValue(item)) {
        throw new LineProblem(`${this.name(field)} must have ${wanted} under ${JSON.stringify(name)}`)
      }
    }
    return value as Map<string, T>
  }

  names(): string[] {
    return [...this.#object.keys()]
  }

  /** Refuses what nobody has taken. */
  end(): void {
    for (const name of this.#object.keys()) {
      if (!this.#taken.has(name)) throw new LineProblem(`there is no field ${this.name(name)} here`)
    }
  }

  refuse(field: string, wanted: string): never {
    throw new LineProblem(`${this.name(field)} must be ${wanted}`)
  }
}

function readString(item: JsonValue, path: string): string {
  if (typeof item === 'string') return item
  throw new LineProblem(`"${path}" must be a string`)
}
