import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import type { StructuredText } from '../../../preload/contract/text.ts'
import type { IncomingDocument } from '../formats/annotation-format.ts'
import { plainText } from '../formats/plain-text.ts'
import { lengthOf, textHash } from './distant.ts'
import { PuttingAway, storeIn } from './putting-away.ts'
import { SpoolFile } from './spool-file.ts'

const files: SpoolFile[] = []
afterEach(() => {
  for (const file of files.splice(0)) file.close()
})

function puttingAway() {
  const file = new SpoolFile()
  files.push(file)
  return new PuttingAway(storeIn(file))
}

const documentWith = (text: StructuredText, bytes: Uint8Array): IncomingDocument => ({
  ...{ id: 'a', title: 'a', metadata: new Map(), status: 'to-do', text, knownAs: [] },
  source: { name: 'a.txt', mediaType: 'text/plain', bytes },
})

/** Halves of characters as well. */
const words = fc
  .array(fc.integer({ min: 0, max: 0xffff }))
  .map((units) => units.map((unit) => String.fromCharCode(unit)).join(''))

it('a text that is put away in several pieces comes back as it was', () => {
  const text = `four${'a🚋\n"'.repeat(300_000)}\ud83d`
  const document = puttingAway().document(documentWith(plainText(text), new Uint8Array()))
  expect(document.text!.text === text).toBe(true)
  expect(document.text!.blocks).toHaveLength(300_001)
})

it('texts and files come back as they were, in whatever order they are asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(words, fc.uint8Array(), fc.boolean()), { minLength: 1 }), (given) => {
      const away = puttingAway()
      const check = (document: IncomingDocument, [text, bytes]: (typeof given)[number]): void => {
        expect(lengthOf(document.text!)).toBe(text.length)
        expect(textHash(document.text!)).toBe(textHash(plainText(text)))
        const { blocks, marks, breaks } = document.text!
        expect({ text: document.text!.text, blocks, marks, breaks }).toEqual(plainText(text))
        expect(document.source!.bytes).toEqual(bytes)
      }
      const put = given.map((one) => {
        const document = away.document(documentWith(plainText(one[0]), one[1]))
        if (one[2]) check(document, one)
        return document
      })
      for (const [index, document] of [...put.entries()].reverse()) check(document, given[index]!)
    }),
  )
})
