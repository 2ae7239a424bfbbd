import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { projectDataset } from '../project-dataset.ts'
import { arriving } from '../testing/arriving.ts'
import { exports, type Marked, name } from './testing/marked-elsewhere.ts'

vi.setConfig({ testTimeout: 60_000 })

const { open, at, bringTexts, bringAnnotations } = arriving()

// Braces mark what is annotated, and are no part of any text.
const marked = `🚋 The council: {“The tram pays – for itself…”}, it wrote.
It pays, they say. The café closed.
{It pays, they say.} Nobody laughed at {the café’s owner}.
She {lost her work.
Then her house} was sold.`

function parted(words: string): { text: string; passages: Marked[] } {
  const pieces = words.split(/([{}])/)
  const [passages, begun]: [Marked[], number[]] = [[], []]
  let text = ''
  for (const piece of pieces) {
    if (piece === '{') begun.push(text.length)
    else if (piece === '}') {
      const start = begun.pop()!
      passages.push({ start, end: text.length, words: text.slice(start) })
    } else text += piece
  }
  return { text, passages }
}

/** What becomes of a text on its way from a program to the project, the braces staying where they were. */
const changes: Record<string, (words: string) => string> = {
  'a new first paragraph with words that are marked below': (words) =>
    `Last week. It pays, they say. It pays, they say.\n\n${words}`,
  'other spaces': (words) => words.replaceAll(' they', '\u00a0 they').replaceAll(' for', '\u2009for'),
  'line ends of Windows and empty lines between': (words) => words.replaceAll('\n', '\r\n\r\n'),
  'accents beside their letters': (words) => words.normalize('NFD'),
  'straight quotation marks, dots and dashes': (words) =>
    words.replace(/[“”]/g, '"').replaceAll('’', "'").replaceAll('…', '...').replaceAll('–', '-'),
  'a sentence less': (words) => words.replace('It pays, they say. The', 'The'),
  'sentences in another order': (words) => {
    const lines = words.split('\n')
    return [lines[2], lines[1], lines[0], ...lines.slice(3)].join('\n')
  },
}

/** Words as they are read aloud: what a change may alter of them, and nothing else. */
const aloud = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/[“”"’']/g, '')
    .replace(/[–-]/g, '-')
    .replace(/\s/g, '')

async function brought(write: (typeof exports)[number][2], ending: string, from: string, to: string) {
  const theirs = parted(from)
  const here = parted(to)
  const project = open()
  writeFileSync(at(`${name}.txt`), here.text)
  await bringTexts(project, at(`${name}.txt`))
  const path = at(`export${ending}`)
  for (const [file, content] of Object.entries(write(theirs.text, theirs.passages))) {
    mkdirSync(dirname(join(path, file)), { recursive: true })
    writeFileSync(join(path, file), content)
  }
  const { found, report } = await bringAnnotations(project, path)
  const { annotations, documents, textOf } = projectDataset(project.project.repositories)
  const { text } = textOf(documents[0]!.id)
  const places = annotations.map(({ spans }) => {
    const [start, end] = [spans[0]!.start, spans.at(-1)!.end]
    return { start, end, words: text.slice(start, end) }
  })
  const lineEnds = here.text.replaceAll('\r\n', '\n')
  expect([documents.length, text]).toEqual([1, lineEnds])
  const expected = parted(to.replaceAll('\r\n', '\n')).passages
  return { found, report, places, theirs: theirs.passages, expected }
}

describe.each(exports)('%s', (program, ending, write) => {
  it.each(Object.entries(changes))('is put into a text with %s, or doubted', async (_change, change) => {
    const { found, report, places, theirs, expected } = await brought(write, ending, marked, change(marked))
    expect(found.documents).toMatchObject({ new: 0, same: 0, changed: 1, missing: 0 })
    expect([...places].map(({ words }) => aloud(words)).sort()).toEqual(
      theirs.map(({ words }) => aloud(words)).sort(),
    )
    expect(report.leftOut).toEqual([])
    const doubted = (words: string): boolean =>
      report.doubts.some(({ where }) => aloud(where).includes(aloud(words).slice(0, 20)))
    for (const { start, end, words } of places) {
      const isRight = expected.some((one) => one.start === start && one.end === end)
      const isWhereItWas = theirs.some((one) => one.start === start && aloud(one.words) === aloud(words))
      expect([words, isRight || doubted(words)]).toEqual([words, true])
      if (!isWhereItWas && /^(?:Hypothesis|a project|a collection)/.test(program))
        expect(doubted(words)).toBe(true)
    }
  })

  it('lists words that are not in the text any more, and takes the others', async () => {
    const changed = marked.replace('The tram pays', 'The tram nearly pays')

    const { report, places } = await brought(write, ending, marked, changed)
    expect(places.map(({ words }) => aloud(words))).toEqual([
      ...['Itpays,theysay.', 'thecafésowner', 'lostherwork.Thenherhouse'],
    ])
    expect(report.leftOut).toContainEqual({ what: 'annotations whose words are not in the text', count: 1 })
    const lost = report.doubts.filter(({ what }) => what.startsWith('These words are not in the text'))
    expect(lost.map(({ where }) => aloud(where.replace('.txt', '')))).toEqual([
      'speech:Thetrampays-foritself...',
    ])
  })
})
