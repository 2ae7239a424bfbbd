import fc from 'fast-check'

/**
 * Any character of Unicode, for `fc.string({ unit })`. The unit `binary` is the same, but makes a table of all of them:
 * a second, and 140 MB that every clearing of memory goes through from then on.
 */
export const codePoint: fc.Arbitrary<string> = fc
  .nat({ max: 0x10ffff - 0x800 })
  .map((number) => String.fromCodePoint(number < 0xd800 ? number : number + 0x800))
