import { keyOf, listed } from './records.ts'

/** Whether two values are the same as JSON, maps being lists of pairs; without writing JSON wherever that can be told. */
export function areSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    // JSON has fewer values than there are: no NaN, and nothing is null.
    return isPlain(one) && isPlain(other) ? false : keyOf(listed(one)) === keyOf(listed(other))
  }
  if (one instanceof Map || other instanceof Map) {
    if (one instanceof Map && other instanceof Map && one.size !== other.size) return false
    return areSame(listed(one), listed(other))
  }
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other)) return false
    return one.length === other.length && one.every((value, index) => areSame(value, other[index]))
  }
  const [names, others] = [Object.keys(one), Object.keys(other)]
  // The order of names counts, names without a value do not.
  if (names.length !== others.length || !names.every((name, index) => name === others[index])) {
    return keyOf(one) === keyOf(other)
  }
  return names.every((name) => areSame(valueIn(one, name), valueIn(other, name)))
}

const isPlain = (value: unknown): boolean =>
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value))

const valueIn = (from: object, name: string): unknown => (from as Record<string, unknown>)[name]
