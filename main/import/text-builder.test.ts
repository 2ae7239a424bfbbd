import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkStructure } from '../../preload/contract/check-structure.ts'
import { TextBuilder } from './text-builder.ts'

test('puts blocks one line end apart and marks where they were begun and ended', () => {
  const builder = new TextBuilder()
  builder.open({ kind: 'heading', level: 2 })
  builder.append('The tram')
  builder.open({ kind: 'paragraph' })
  builder.append('It pays ')
  builder.mark({ kind: 'em' })
  builder.append('for itself')
  builder.unmark()
  builder.append('.')

  expect(builder.finish()).toEqual({
    text: 'The tram\nIt pays for itself.',
    blocks: [
      { kind: 'heading', level: 2, start: 0, end: 8 },
      { kind: 'paragraph', start: 9, end: 28 },
    ],
    marks: [{ kind: 'em', start: 17, end: 27 }],
    breaks: [],
  })
})

test('makes one mark in each block of a mark that crosses them, without the space before it', () => {
  const builder = new TextBuilder()
  builder.mark({ kind: 'strong' })
  builder.open({ kind: 'paragraph' })
  builder.append(' a')
  builder.open({ kind: 'paragraph' })
  builder.append('b')
  builder.unmark()

  expect(builder.finish().marks).toEqual([
    { kind: 'strong', start: 1, end: 2 },
    { kind: 'strong', start: 3, end: 4 },
  ])
})

test('says a mark inside another of its kind only once', () => {
  const builder = new TextBuilder()
  builder.open({ kind: 'paragraph' })
  builder.mark({ kind: 'em' })
  builder.append('a')
  builder.mark({ kind: 'em' })
  builder.append('b')
  builder.unmark()
  builder.append('c')
  builder.unmark()

  expect(builder.finish().marks).toEqual([{ kind: 'em', start: 0, end: 3 }])
})

test('lets a break begin with the next block and drops one at the very end', () => {
  const builder = new TextBuilder()
  builder.open({ kind: 'paragraph' })
  builder.append('a')
  builder.breakBeforeNext('section')
  builder.open({ kind: 'paragraph' })
  builder.append('b')
  builder.breakBeforeNext('section')

  expect(builder.finish().breaks).toEqual([{ kind: 'section', at: 2 }])
})

const step = fc.oneof(
  fc.constant('open'),
  fc.constant('reopen'),
  fc.constant('close'),
  fc.constant('mark'),
  fc.constant('unmark'),
  fc.constant('break'),
  fc.record({ append: fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\r', '')) }),
)

test('keeps every rule of the model, whatever is done with it', () => {
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const builder = new TextBuilder()
      builder.open({ kind: 'paragraph' })
      for (const step of steps) {
        if (step === 'open') builder.open({ kind: 'quotation' })
        else if (step === 'reopen') builder.reopen()
        else if (step === 'close') builder.close()
        else if (step === 'mark') builder.mark({ kind: 'em' })
        else if (step === 'unmark') builder.unmark()
        else if (step === 'break') builder.breakBeforeNext('page')
        else if (typeof step === 'object' && builder.isOpen) builder.append(step.append)
      }
      expect(checkStructure(builder.finish())).toEqual([])
    }),
  )
})
