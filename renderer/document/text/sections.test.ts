import { describe, expect, it } from 'vitest'
import type { DocumentText } from '../../../preload/contract/document.ts'
import { textOf } from '../testing/text-samples.ts'
import { lookAt } from './block-looks.ts'
import { buildDocument } from './build-document.ts'
import { divide as divideText } from './sections.ts'

const divide = ({ text, blocks }: DocumentText) => divideText(text, blocks)
const many = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))

describe('dividing a text into sections', () => {
  it('takes about fifty paragraphs for each', () => {
    const text = textOf(many(500, () => ({ kind: 'paragraph' as const, text: 'Some words.' })))
    expect(divide(text).map(({ pieces }) => pieces.length)).toEqual(many(10, () => 50))
  })

  it('takes fewer where they are long', () => {
    const text = textOf(many(30, () => ({ kind: 'paragraph' as const, text: 'words '.repeat(1000) })))
    expect(divide(text).length).toBeGreaterThan(3)
  })

  it('never ends one with a heading', () => {
    const text = textOf(
      many(300, (i) => ({
        kind: i % 50 === 49 ? ('heading' as const) : ('paragraph' as const),
        text: 'Words.',
      })),
    )
    for (const { pieces } of divide(text).slice(0, -1)) {
      expect(text.blocks[pieces.at(-1)!.first]!.kind).not.toBe('heading')
    }
  })

  it('keeps a short table whole and divides a long one between rows, with the same columns', () => {
    const cells = (rows: number) =>
      many(rows * 4, (i) => ({
        kind: 'table-cell' as const,
        text: i % 4 === 0 ? 'a long first column' : 'x',
        row: i >> 2,
        column: i % 4,
      }))
    const short = buildDocument(textOf(cells(40))).doc
    expect(short.childCount).toBe(1)

    const long = buildDocument(textOf(cells(400))).doc
    expect(long.childCount).toBeGreaterThan(4)
    const tables = many(long.childCount, (i) => long.child(i).child(0))
    expect(new Set(tables.map((table) => table.attrs.widths)).size).toBe(1)
    expect(tables.map((table) => table.attrs.continued)).toEqual(tables.map((_, i) => i > 0))
    for (const table of tables) expect(table.children.every((row) => row.childCount === 4)).toBe(true)
  })

  it('goes on counting a list that is divided', () => {
    const list = textOf(many(130, () => ({ kind: 'list-item' as const, text: 'item', depth: 0 })))
    expect(buildDocument(list).doc.childCount).toBe(3)
    expect(lookAt(list).get(129)?.label).toBe('130.')
  })

  it('reckons with wide letters', () => {
    const [latin] = divide(textOf([{ kind: 'paragraph', text: 'a'.repeat(660) }]))
    const [chinese] = divide(textOf([{ kind: 'paragraph', text: '中'.repeat(660) }]))
    expect(chinese!.lines).toBeGreaterThan(latin!.lines * 1.6)
  })
})
