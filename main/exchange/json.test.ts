import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { atOnce } from '../../db/pausing.ts'
import { type JsonValue, readingJson, readJson, writeJson } from './json.ts'

vi.setConfig({ testTimeout: 60_000 })

function plain(value: JsonValue): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (!(value instanceof Map)) return value
  const object = Object.create(null)
  for (const [name, item] of value) object[name] = plain(item)
  return object
}

const problemOf = (source: string): string => {
  try {
    readJson(source)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

describe('reading JSON with pauses', () => {
  it('reads what is read at once, and refuses it with the same words', () => {
    const read = (how: () => JsonValue): unknown => {
      try {
        return plain(how())
      } catch (error) {
        return (error as Error).message
      }
    }
    const whole = fc.jsonValue({ stringUnit: 'binary' }).map((value) => JSON.stringify(value))
    const broken = fc.tuple(whole, fc.nat()).map(([source, at]) => source.slice(0, at % (source.length + 1)))
    const twice = fc.constantFrom(
      '{"a":1,"a":2}',
      '{"a":[1,{"b":1,"b":2}]}',
      '{"a":[1],}',
      '{"a":[1,]}',
      '[1,]',
      '{} 1',
    )
    fc.assert(
      fc.property(fc.oneof(whole, broken, twice), (source) => {
        expect(read(() => atOnce(readingJson(source)))).toEqual(read(() => readJson(source)))
      }),
    )
  })

  it('pauses between the members of what the value holds', () => {
    const pauses = [...readingJson(JSON.stringify({ id: 1, blocks: Array(1000).fill({ kind: 'x' }) }))]
    expect(pauses.length).toBeGreaterThan(999)
  })
})

describe('reading JSON', () => {
  it('reads what JSON.stringify writes, with and without indentation', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ stringUnit: 'binary' }),
        fc.constantFrom(undefined, 1, '\t'),
        (value, indent) => {
          const source = JSON.stringify(value, null, indent)
          for (const detached of [false, true]) {
            expect(JSON.stringify(plain(readJson(source, { detached })))).toBe(
              JSON.stringify(JSON.parse(source)),
            )
          }
        },
      ),
    )
  })

  it('accepts and refuses the same as JSON.parse, but for what would be lost', () => {
    const piece = fc.constantFrom(
      ...'{}[]",:\\',
      'u00e9',
      '1',
      '-',
      '.5',
      'e3',
      'true',
      'nul',
      'a',
      ' ',
      '\t',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')),
        (source) => {
          let refused = false
          try {
            JSON.parse(source)
          } catch {
            refused = true
          }
          const problem = problemOf(source)
          if (!/twice|exactly|surrogate/.test(problem)) expect(problem !== '').toBe(refused)
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('keeps every name and its place, byte for byte', () => {
    const source = '{"b":1,"2021":"x","__proto__":{"7":[]},"1":null,"constructor":true,"a":"\u2028é"}'
    expect(writeJson(readJson(source))).toBe(source)
  })

  it('refuses a name that stands twice', () => {
    expect(problemOf('{"id":"a","id":"b"}')).toBe('has the name "id" twice')
    expect(problemOf('{"id":"a","i\\u0064":"b"}')).toBe('has the name "id" twice')
  })

  it('refuses numbers that would change, and no others', () => {
    for (const number of ['9007199254740993', '1e400', '1e-400', '0.10000000000000000001', '3e-324']) {
      expect(problemOf(`[${number}]`)).toContain('cannot be kept exactly')
    }
    for (const number of [
      '9007199254740992',
      '1.0',
      '-0',
      '0.1000000000000000000',
      '1e3',
      '5e-324',
      '100000000000000000000',
    ]) {
      expect(problemOf(`[${number}]`)).toBe('')
    }
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(readJson(JSON.stringify(number))).toBe(number + 0)
      }),
    )
  })

  it('refuses half a surrogate pair and says where', () => {
    expect(problemOf('["\\ud83d\\ude42"]')).toBe('')
    expect(problemOf('["\\ud83d"]')).toBe('has half a surrogate pair in the string at column 2')
  })

  it('refuses control characters that are not escaped, and depth without end', () => {
    expect(problemOf('["a\tb"]')).toContain('control character')
    expect(problemOf('["\\n\tb"]')).toContain('control character')
    expect(problemOf('['.repeat(100_000))).toContain('nested deeper')
  })

  it('goes through a file of many lines once, however many strings have escapes', () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => `"\\"Line\\" ${index}, and some more words."`)
    const read = readJson(`[\n${lines.join(',\n')}\n]`)
    expect(read).toHaveLength(200_000)
    expect((read as JsonValue[])[199_999]).toBe('"Line" 199999, and some more words.')
  })

  it('reads a long string with many escapes in linear time', () => {
    const source = JSON.stringify('a "line"\n'.repeat(500_000))
    const started = performance.now()
    expect((readJson(source) as string).length).toBe(4_500_000)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
