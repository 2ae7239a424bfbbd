import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../preload/contract/text.ts'
import { entryAt, headingsOf, shownEntries, turnBeside, turnsOf } from './outline.ts'

function textWith(parts: { words: string; block: Record<string, unknown> }[]) {
  let start = 0
  const blocks = parts.map(({ words, block }) => {
    const made = { ...block, start, end: start + words.length } as Block
    start += words.length + 1
    return made
  })
  return { text: parts.map(({ words }) => words).join('\n'), blocks }
}
const heading = (level: number, words = `H${level}`) => ({ words, block: { kind: 'heading', level } })
const turn = (speaker: string, words = 'Well.') => ({
  words,
  block: { kind: 'speaker-turn', speaker, time: null },
})
const titles = (entries: readonly { title: string; depth: number }[]) =>
  entries.map(({ title, depth }) => `${' '.repeat(depth)}${title}`)

describe('an outline', () => {
  const text = textWith([
    heading(1, 'One'),
    heading(3, 'Deep'),
    heading(2, 'Middle'),
    heading(3, 'Under Müller'),
    heading(1, 'Two'),
  ])
  const entries = headingsOf(text)

  it('puts each heading under the nearest higher one, whatever ranks are left out', () => {
    expect(titles(entries)).toEqual(['One', ' Deep', ' Middle', '  Under Müller', 'Two'])
    expect(entries.map(({ end }) => text.text.slice(end).split('\n')[0])).toEqual([
      'Two',
      'Middle',
      'Two',
      'Two',
      '',
    ])
    expect(entries.map(({ hasChildren }) => hasChildren)).toEqual([true, false, true, false, false])
  })

  it('hides what stands under a folded heading, unless words are looked for', () => {
    expect(titles(shownEntries(entries, new Set([0]), ''))).toEqual(['One', 'Two'])
    expect(titles(shownEntries(entries, new Set([2]), ''))).toEqual(['One', ' Deep', ' Middle', 'Two'])
    expect(titles(shownEntries(entries, new Set([0]), 'muller under'))).toEqual(['  Under Müller'])
  })

  it('knows the entry that each offset belongs to', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 })), fc.nat(60), (levels, offset) => {
        const all = headingsOf(textWith(levels.map((level) => heading(level))))
        expect(entryAt(all, offset)).toBe(all.findLastIndex(({ start }) => start <= offset))
        for (const { start, end, depth } of all)
          for (const inner of all)
            if (inner.start > start && inner.start < end) expect(inner.depth).toBeGreaterThan(depth)
      }),
    )
  })
})

describe('turns', () => {
  const text = textWith([heading(1), turn('Ada'), turn('Ben'), turn('Ada', 'Yes, but.'), turn('Ben')])
  const turns = turnsOf(text)

  it('are of a speaker, with what is said first', () => {
    expect(turns.map(({ title, detail }) => [title, detail])).toEqual([
      ['Ada', 'Well.'],
      ['Ben', 'Well.'],
      ['Ada', 'Yes, but.'],
      ['Ben', 'Well.'],
    ])
  })

  it('are followed from one of a speaker to the next of the same', () => {
    const beside = (offset: number, step: 1 | -1) => {
      const found = turnBeside(turns, offset, step)
      return found && [found.speaker, found.turn?.start ?? null, found.number, found.of]
    }
    expect(beside(turns[0]!.start + 2, 1)).toEqual(['Ada', turns[2]!.start, 2, 2])
    expect(beside(turns[2]!.start, 1)).toEqual(['Ada', null, 3, 2])
    expect(beside(turns[3]!.start, -1)).toEqual(['Ben', turns[1]!.start, 1, 2])
    expect(beside(0, 1)).toEqual(['Ada', turns[0]!.start, 1, 2])
    expect(turnBeside([], 0, 1)).toBeNull()
  })
})
