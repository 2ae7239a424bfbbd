import { expect, it, vi } from 'vitest'
import { expectHeld, inPieces } from '../testing/what-is-held.ts'
import { conllReader } from './reader.ts'

vi.setConfig({ testTimeout: 60_000 })

const words = 'The tram line pays for itself within twenty years , says the council .'.split(' ')
/** Of 60,000 sentences one in ten is marked. */
const sentences = 60_000

function* rows(rowOf: (word: string, at: number, isMarked: boolean) => string, before = (_: number) => '') {
  for (let number = 0; number < sentences; number++) {
    yield `${before(number)}${words.map((word, at) => rowOf(word, at, number % 10 === 0)).join('')}\n`
  }
}

const bio = (word: string, at: number, isMarked: boolean): string =>
  `${word}\t${at === 1 && isMarked ? 'B-Claim' : 'O'}\n`
const ontoNotes = (word: string, at: number, isMarked: boolean): string =>
  `a 0 ${at} ${word} NN * - - - - ${at === 1 && isMarked ? '(Claim)' : '*'} * -\n`
const conllU = (word: string, at: number, isMarked: boolean): string =>
  `${at + 1}\t${word}${'\t_'.repeat(7)}\t${at === 1 && isMarked ? 'B-Claim' : '_'}\n`
const every = (line: string) => (number: number) => (number % 300 === 0 ? line : '')

it.each([
  // Of a text itself, which here is 4 MB, there are a few more while its blocks are found.
  ['BIO, one text', () => rows(bio), 24],
  ['BIO, 200 texts', () => rows(bio, every('-DOCSTART-\tO\n\n')), 14],
  ['OntoNotes, 200 texts', () => rows(ontoNotes, every('#begin document (a)\n')), 14],
  ['CoNLL-U, 200 texts', () => rows(conllU, every('# newdoc id = a text of which this is the id\n')), 14],
])('holds no row of a large file, and no more than one of its texts: %s', async (_, lines, most) => {
  const annotations = await expectHeld(conllReader, 'large.conll', [...inPieces(lines())], most)
  expect(annotations).toBe(sentences / 10)
})
