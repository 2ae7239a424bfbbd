import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClaimId } from '../../preload/contract/ids.ts'
import { createClaimIndex } from './claim-index.ts'

function indexOf(...statements: string[]) {
  const index = createClaimIndex()
  for (const [i, statement] of statements.entries()) index.put((i + 1) as ClaimId, statement)
  const find = (text: string, words = '', limit = 10) =>
    index.find(text, words, limit).map(({ id, shared }) => {
      const statement = statements[id - 1]!
      return [statement, ...shared.map(({ start, end }) => statement.slice(start, end))]
    })
  return { index, find }
}

const tram = 'The tram pays for itself within nine years.'
const garden = 'Nobody will lose a garden.'
const noise = 'Noise will fall by half.'

describe('the claims likely stated by a passage', () => {
  it('are those that share words with it, the likest first, with these words', () => {
    const { find } = indexOf(noise, garden, tram)
    expect(find('Four gardens stand where the rails shall lie, and nobody will pay.')).toEqual([
      [garden, 'Nobody', 'will', 'garden'],
      [noise, 'will'],
      [tram, 'The', 'pays'],
    ])
    expect(find('Weather was fine')).toEqual([])
  })

  it('are found whatever case, accents and endings', () => {
    const { find } = indexOf('Élèves paient.', tram)
    expect(find('ELEVE')[0]?.[0]).toBe('Élèves paient.')
    expect(find('paying trams')).toEqual([[tram, 'tram']])
  })

  it('are found in scripts without spaces by letters that stand together', () => {
    const { find } = indexOf('電車は九年で元が取れる。', '騒音は半分になる。')
    expect(find('騒音は減らない')).toEqual([['騒音は半分になる。', '騒音は']])
  })

  it('hold every word that is typed, as the beginning of one, also without anything in common', () => {
    const { find } = indexOf(noise, garden, tram)
    expect(find(noise, 'nob gar')).toEqual([[garden, 'Nobody', 'will', 'garden']])
    expect(find('', 'will')).toEqual([
      [garden, 'will'],
      [noise, 'will'],
    ])
    expect(find('', 'ill')).toEqual([])
    expect(find('', 'xyz')).toEqual([])
  })

  it('come first where they say the same, typed or in the passage, whatever the case and punctuation', () => {
    const { find } = indexOf('A tram, a tram for us.', 'The tram for us all', tram, '— …')
    expect(find('“The Tram: for us, all!”')[0]?.[0]).toBe('The tram for us all')
    expect(find(`Noise\n${tram.toUpperCase()}`, 'tram', 1)[0]?.[0]).toBe(tram)
    expect(find(tram, 'A tram a tram for us', 1)[0]?.[0]).toBe('A tram, a tram for us.')
    expect(find('', '')).toEqual([])
  })

  it('come before those that differ in accents and signs, which may be other claims', () => {
    const { find } = indexOf('Fares rose by −5', 'दान अच्छा है', 'Fares rose by 5.', 'दिन अच्छा है')
    const first = (words: string) => find('', words).map(([statement]) => statement)
    expect(first('Fares rose by −5')).toEqual(['Fares rose by −5', 'Fares rose by 5.'])
    expect(first('दान अच्छा है')).toEqual(['दान अच्छा है', 'दिन अच्छा है'])
  })

  it('are no more than asked for', () => {
    const { find } = indexOf(noise, garden, tram)
    expect(find('will', '', 1)).toHaveLength(1)
  })
})

describe('the index', () => {
  it('follows claims that change or go', () => {
    const { index } = indexOf(noise, garden)
    index.put(1 as ClaimId, tram)
    expect(index.find('noise', '', 5)).toEqual([])
    expect(index.find('tram', '', 5).map(({ id }) => id)).toEqual([1])
    index.remove(1 as ClaimId)
    index.remove(9 as ClaimId)
    expect(index.find('tram', '', 5)).toEqual([])
    expect(index.size()).toBe(1)
  })

  const statement = fc.array(fc.constantFrom('tram', 'garden', 'noise', 'will', 'the', 'nine', '2021'), {
    minLength: 1,
    maxLength: 6,
  })

  it('is the same however its claims came into it', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 8 }), statement, (all, asked) => {
        const [direct, detour] = [createClaimIndex(), createClaimIndex()]
        for (const [i, words] of all.entries()) {
          detour.put((i + 1) as ClaimId, 'something else')
          detour.put((i + 100) as ClaimId, words.join(' '))
          direct.put((i + 1) as ClaimId, words.join(' '))
        }
        for (const [i, words] of all.entries()) {
          detour.remove((i + 100) as ClaimId)
          detour.put((i + 1) as ClaimId, words.join(' '))
        }
        expect(detour.find(asked.join(' '), '', 10)).toEqual(direct.find(asked.join(' '), '', 10))
      }),
    )
  })

  it('finds a claim by its own words first, with the likeness 1', () => {
    fc.assert(
      fc.property(fc.uniqueArray(statement, { minLength: 1, maxLength: 8 }), fc.nat(), (all, which) => {
        const index = createClaimIndex()
        for (const [i, words] of all.entries()) index.put((i + 1) as ClaimId, words.join(' '))
        const words = all[which % all.length]!.join(' ')
        const [first] = index.find(words, '', 10)
        expect(first?.likeness).toBeCloseTo(1)
      }),
    )
  })
})
