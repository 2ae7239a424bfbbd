import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText, paragraphs, textOf } from '../testing/text-samples.ts'
import { lookAt } from './block-looks.ts'
import { buildDocument } from './build-document.ts'

describe('the index between text and document', () => {
  it('finds each offset again from its position', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { index } = buildDocument(text)
        for (let offset = 0; offset <= text.text.length; offset++) {
          const position = index.toPosition(offset)
          expect(index.toOffset(position, 1)).toBe(offset)
          expect(index.toOffset(position, -1)).toBe(offset)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('puts each offset inside a text block, before the character that stands there', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { doc, index } = buildDocument(text)
        for (let offset = 0; offset <= text.text.length; offset++) {
          const place = doc.resolve(index.toPosition(offset))
          expect(place.parent.isTextblock).toBe(true)
          const { start, end } = text.blocks[place.parent.attrs.block]!
          expect(offset).toBeGreaterThanOrEqual(start)
          expect(offset).toBeLessThanOrEqual(end)
          expect(place.parent.textContent.slice(place.parentOffset)).toBe(text.text.slice(offset, end))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('takes positions between two blocks to the end of the one before or the start of the next', () => {
    const { doc, index } = buildDocument(paragraphs('one', 'two'))
    const between = index.toPosition(3) + 1
    expect(doc.resolve(between).parent.isTextblock).toBe(false)
    expect(index.toOffset(between, -1)).toBe(3)
    expect(index.toOffset(between, 1)).toBe(4)
  })

  it('keeps positions outside the text at its edges', () => {
    const { doc, index } = buildDocument(paragraphs('one', 'two'))
    expect(index.toOffset(0, -1)).toBe(0)
    expect(index.toOffset(doc.content.size, 1)).toBe(7)
    expect(index.toPosition(99)).toBe(index.toPosition(7))
  })

  it('never goes backwards', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { doc, index } = buildDocument(text)
        let before = 0
        for (let position = 0; position <= doc.content.size; position++) {
          const offset = index.toOffset(position, 1)
          expect(offset).toBeGreaterThanOrEqual(before)
          before = offset
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('the document of a text', () => {
  it('is one that its schema allows, and holds the text and nothing else', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { doc } = buildDocument(text)
        doc.check()
        expect(doc.textBetween(0, doc.content.size, '\n')).toBe(text.text)
      }),
      { numRuns: 60 },
    )
  })

  it('is an empty paragraph for a text without blocks', () => {
    const { doc, index } = buildDocument({ ...textOf([]), text: '' })
    doc.check()
    expect(index.length).toBe(0)
    expect(index.toOffset(index.toPosition(0), 1)).toBe(0)
  })

  it('makes rows of cells, with a gap for the columns the source left out', () => {
    const { doc } = buildDocument(
      textOf([
        { kind: 'table-cell', text: 'a', row: 0, column: 0 },
        { kind: 'table-cell', text: 'c', row: 0, column: 2 },
        { kind: 'table-cell', text: 'd', row: 1, column: 0 },
        { kind: 'table-cell', text: 'other table', row: 0, column: 0 },
      ]),
    )
    expect(doc.toString()).toBe(
      'doc(section(table(row(cell("a"), absent, cell("c")), row(cell("d"))), table(row(cell("other table")))))',
    )
  })

  it('joins list items that follow one another and counts those of each depth', () => {
    const text = textOf([
      { kind: 'list-item', text: 'one', depth: 0 },
      { kind: 'list-item', text: 'below', depth: 1 },
      { kind: 'list-item', text: 'two', depth: 0 },
      { kind: 'paragraph', text: 'between' },
      { kind: 'list-item', text: 'anew', depth: 0 },
    ])
    expect(buildDocument(text).doc.toString()).toBe(
      'doc(section(list(item("one"), item("below"), item("two")), paragraph("between"), list(item("anew"))))',
    )
    const looks = lookAt(text)
    expect([0, 1, 2, 4].map((at) => looks.get(at)?.label)).toEqual(['1.', '◦', '2.', '1.'])
  })

  it('gives typography to the letters it lies over, across blocks and over one another', () => {
    const { doc } = buildDocument(
      textOf(
        [
          { kind: 'paragraph', text: 'abcd' },
          { kind: 'paragraph', text: 'efgh' },
        ],
        {
          marks: [
            { kind: 'em', start: 2, end: 7 },
            { kind: 'strong', start: 3, end: 4 },
          ],
        },
      ),
    )
    expect(doc.toString()).toBe(
      'doc(section(paragraph("ab", em("c"), em(strong("d"))), paragraph(em("ef"), "gh")))',
    )
  })
})
