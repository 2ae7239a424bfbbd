import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JsonCasParts } from './json-parts.ts'

function partsOf(text: string, size: number): { structures: unknown[]; outline: unknown } {
  const parts = new JsonCasParts('a.json')
  const structures: unknown[] = []
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) {
    // The memory of a piece is used for the next one.
    const piece = new Uint8Array(bytes.subarray(at, at + size))
    structures.push(...parts.read(piece))
    piece.fill(0x5d)
  }
  return { structures, outline: parts.outline().value }
}

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }).map((words) => words.toWellFormed()),
    fc.constantFrom('"', '\\', '],', '[{', '%FEATURE_STRUCTURES', 'é🚋'),
    fc.integer(),
    fc.constantFrom(null, true),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('%ID', 'a', ']', '%FEATURE_STRUCTURES'), tie('any'), { maxKeys: 3 }),
  ),
})).any

const space = fc.constantFrom('', '', ' ', '\n', ' \r\n\t')
const written = fc
  .record({
    structures: fc.array(value, { maxLength: 5 }),
    members: fc.array(fc.nat(), { maxLength: 4 }),
    space,
    indent: fc.nat(2),
  })
  .map(({ structures, members, space, indent }) => {
    const list = structures.map((one) => space + JSON.stringify(one, null, indent)).join(`${space},`)
    return `{"%TYPES":{"a":{}},"%FEATURE_STRUCTURES"${space}:${space}[${list}${space}],"%VIEWS":{"v":{"%MEMBERS":${JSON.stringify(members)}}}}`
  })
const size = fc.integer({ min: 1, max: 40 })

describe('parts of a JSON CAS', () => {
  it('are its structures and what stands outside of lists, however it is cut', () => {
    fc.assert(
      fc.property(written, size, (text, size) => {
        const { structures, outline } = partsOf(text, size)
        expect(structures).toEqual(JSON.parse(text)['%FEATURE_STRUCTURES'])
        expect(outline).toEqual({
          '%TYPES': { a: {} },
          '%FEATURE_STRUCTURES': [0],
          '%VIEWS': { v: { '%MEMBERS': [1] } },
        })
      }),
      { numRuns: 500 },
    )
  })

  it('are not read where it is no JSON', () => {
    const character = fc.constantFrom('[', ']', '{', '}', ',', '"', '\\', ':', '1', ' ')
    fc.assert(
      fc.property(written, size, fc.nat(), character, fc.boolean(), (text, size, place, character, isPut) => {
        const [members] = /"%MEMBERS":.*$/.exec(text)!
        const at = place % (text.length - members.length)
        const broken = (text.slice(0, at) + character + text.slice(isPut ? at : at + 1)).toWellFormed()
        let sound: { '%FEATURE_STRUCTURES'?: unknown } | undefined
        try {
          sound = JSON.parse(broken)
        } catch {}
        if (sound === undefined) expect(() => partsOf(broken, size)).toThrow(/is no JSON|is there twice/)
        else if (Array.isArray(sound['%FEATURE_STRUCTURES'])) {
          expect(partsOf(broken, size).structures).toEqual(sound['%FEATURE_STRUCTURES'])
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('are refused with the line where an entry cannot be read', () => {
    expect(() => partsOf('{"%FEATURE_STRUCTURES":[\n{"%ID":1},\n{"%ID":x}]}', 1)).toThrow(
      'a.json is no JSON, in or below line 2',
    )
  })

  it('are refused where there are two lists of structures', () => {
    expect(() => partsOf('{"%FEATURE_STRUCTURES":[1],"%FEATURE_STRUCTURES":[2]}', 7)).toThrow(
      'is there twice',
    )
  })
})
