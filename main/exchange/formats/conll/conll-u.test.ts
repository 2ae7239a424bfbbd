import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { corpusPath } from '../../testing/corpus.ts'
import { reading } from '../../testing/written.ts'
import { sourceFiles } from '../testing/source-files.ts'
import { conllReader } from './reader.ts'
import { readRows } from './testing/read-rows.ts'

function read(content: string, name = 'a.conllu', beside: Record<string, string> = {}) {
  const isAlone = Object.keys(beside).length === 0
  return readRows(
    isAlone ? sourceFiles(name, { '': content }) : sourceFiles('x', { [name]: content, ...beside }),
  )
}

const row = (id: string, form: string, misc = '_'): string => `${id}\t${form}${'\t_'.repeat(7)}\t${misc}`
const rows = (...lines: string[]): string => `${lines.join('\n')}\n`

it('takes words with what stands between them, and each token of several words once', async () => {
  const content = rows(
    ...[row('1', 'Er'), row('2-3', 'fürs', 'SpaceAfter=No'), row('2', 'für'), row('3', 'das')],
    ...[row('3.1', 'only thought'), row('4', ','), row('5', 'sagt'), row('6', 'er', 'SpaceAfter=No')],
    ...[row('7', '.'), '', row('1', 'Ja', 'X=y|SpaceAfter=No'), row('2', '!'), ''],
  )
  expect(await read(content)).toMatchObject({
    texts: [['a', 'Er fürs, sagt er.\nJa!']],
    found: [],
    leftOut: [{ what: 'columns of morphology, syntax and the like', count: 1 }],
  })
})

it('takes what “# text” says, and a text for each “# newdoc” with its paragraphs', async () => {
  const content = rows(
    ...['# newdoc id = first', '# newpar', '# sent_id = 1', '# text = The  tram (pays)', '# text_en = other'],
    ...[row('1', 'The'), row('2', 'tram'), row('3', '('), row('4', 'pays'), row('5', ')'), ''],
    ...['# text = so they', row('1', 'So'), row('2', 'they'), ''],
    ...['# newpar id = p2', row('1', '#'), row('2', 'no'), ''],
    ...['# newdoc', row('1', 'End'), ''],
  )
  expect(await read(content)).toMatchObject({
    texts: [
      ['first', 'The  tram (pays) So they\n# no'],
      ['a 2', 'End'],
    ],
    doubts: ['Of 1 sentence “# text” has other words than the rows, which were taken.'],
  })
})

it.each(['', 'NER=', 'ner=', 'name=', 'NE='])(
  'takes names where the last column has them: %s',
  async (key) => {
    const content = rows(
      ...[row('1', 'Ada', `${key}B-PER|SpaceAfter=No`), row('2', ','), row('3-4', 'del', `start_char=4`)],
      ...[row('3', 'de', `${key}O`), row('4', 'el', `${key}B-LOC`), row('5', 'mar', `x=1|${key}I-LOC`), ''],
    )
    expect(await read(content)).toMatchObject({
      texts: [['a', 'Ada, del mar']],
      found: [
        ['PER', 'Ada'],
        ['LOC', 'del mar'],
      ],
    })
  },
)

it('is known by its rows, whatever it is called and however its lines end', async () => {
  const content = `\ufeff# sent_id = 1\r\n${row('1', 'a', 'NE=B-X')}\r\n`
  expect((await read(content, 'a.txt')).found).toEqual([['X', 'a']])
})

it('says which line is no row', async () => {
  const source = sourceFiles('a.conllu', { '': rows(row('1', 'a'), '2\tb\t_') })
  await expect(conllReader.read(source, reading)).rejects.toThrow('“a.conllu”, line 2: this is CoNLL-U')
})

describe('what treebanks write for brackets', () => {
  const content = 'Ada\tB-PER\n-LRB-\tO\nno\tO\n-RRB-\tO\n'

  it('stays in the text, and is counted', async () => {
    expect(await read(content, 'a.conll')).toMatchObject({
      texts: [['a', 'Ada -LRB- no -RRB-']],
      doubts: [
        '2 words stand for a bracket as in treebanks (-LRB-, -RRB- and the like) and are left as the file has them.',
      ],
    })
  })

  it('is the bracket where the text beside it has one', async () => {
    expect(await read(content, 'a.conll', { 'a.txt': 'Ada (no)' })).toMatchObject({
      texts: [['a', 'Ada (no)']],
      doubts: [],
    })
  })
})

const folder = corpusPath('formats/conll')
const samples = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.conllu')) : []
it.each(samples)('reads %s', async (name) => {
  const content = readFileSync(`${folder}/${name}`, 'utf8')
  const { texts } = await read(content, name)
  const stated = [...content.matchAll(/^# text = (.*)$/gm)].map(([, text]) => text!.trim())
  const whole = texts.map(([, text]) => text).join('\n')
  // What the sample of contractions calls its text are its words, not its tokens.
  if (!name.includes('words_and_tokens')) for (const text of stated) expect(whole).toContain(text)
  expect(whole).not.toContain('\t')
})
