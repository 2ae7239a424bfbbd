import { expect, it } from 'vitest'
import { reading } from '../../testing/written.ts'
import { sourceFiles } from '../testing/source-files.ts'
import { conllReader } from './reader.ts'
import { readRows } from './testing/read-rows.ts'

const source = (content: string, name = 'x') => sourceFiles(name, { '': content })

async function read(content: string) {
  const { texts, found, leftOut } = await readRows(source(content))
  return { texts, found, leftOut }
}

/** Rows as the shared task of 2012 has them, by word and name; there are more columns the more verbs there are. */
const row = (part: string, word: string, name: string, ...verbs: string[]): string =>
  ['bc/cctv/0001', part, '0', word, 'NN', '(TOP*)', '-', '-', '-', 'Speaker#1', name, ...verbs, '(3)'].join(
    '   ',
  )

it('takes the names of OntoNotes from their brackets, for each part a text', async () => {
  const content = [
    '#begin document (bc/cctv/0001); part 000',
    ...[row('0', 'In', '(EVENT*', '*'), row('0', 'Hong', '(GPE*', '*'), row('0', 'Kong', '*))', '*')],
    row('0', '.', '*', '*'),
    '',
    row('0', 'Ada', '(PERSON)'),
    row('0', '#', '*'),
    '',
    '#end document',
    '#begin document (bc/cctv/0001); part 001',
    row('1', 'Rome', '(GPE)'),
    '#end document',
    '',
  ].join('\n')
  expect(await read(content)).toEqual({
    texts: [
      ['bc/cctv/0001, part 000', 'In Hong Kong .\nAda #'],
      ['bc/cctv/0001, part 001', 'Rome'],
    ],
    found: [
      ['EVENT', 'In Hong Kong'],
      ['PERSON', 'Ada'],
      ['GPE', 'Hong Kong'],
      ['GPE', 'Rome'],
    ],
    leftOut: [{ what: 'columns of syntax, coreference and the like', count: 2 }],
  })
})

it('takes the column of CoNLL-U Plus that holds names, whatever the order of the columns', async () => {
  const rows = (head: string, ...rest: string[]) => [`# global.columns = ${head}`, ...rest, ''].join('\n')
  const tail = ['2\tKong\tB-NP\tI-GPE', '3-4\tdel\t_\t_', '3\tde\tO\tO', '4\tel\tO\t_']
  const bio = rows('ID FORM X:CHUNK RELATE:NER', '# text = Hong Kong del', '1\tHong\tB-NP\tB-GPE', ...tail)
  expect(await read(bio)).toMatchObject({ texts: [['x', 'Hong Kong de el']], found: [['GPE', 'Hong Kong']] })
  const brackets = rows(
    'FORM NE',
    '# newdoc id = d1',
    'Hong\t(GPE*',
    'Kong\t*)',
    '',
    '# newdoc id = d2',
    '#\t*',
  )
  expect(await read(brackets)).toMatchObject({
    texts: [
      ['d1', 'Hong Kong'],
      ['d2', '#'],
    ],
    found: [['GPE', 'Hong Kong']],
  })
})

it('takes the sentences of CoNLL-U Plus as they are stated, and names of columns in small letters', async () => {
  const content = [
    '# global.columns = id form ner misc',
    '# text = Ada saw Rome.',
    ...['1\tAda\tB-PER\t_', '2\tsaw\tO\t_', '3\tRome\tB-LOC\tSpaceAfter=No', '4\t.\tO\t_', ''],
    '# text = Something else.',
    ...['1\tNo\tO\t_', '2\t!\tO\t_', ''],
  ].join('\n')
  expect(await conllReader.recognises(source(content))).toBe(true)
  expect(await read(content)).toMatchObject({
    texts: [['x', 'Ada saw Rome.\nNo !']],
    found: [
      ['PER', 'Ada'],
      ['LOC', 'Rome'],
    ],
  })
})

it.each([
  ['#begin document (a);\na\t0\t(3)\n#end document\n', '“x”, line 2: this is CoNLL-2012'],
  ['# global.columns = ID FORM PARSEME:MWE\n1\tpay\t1:VID\n', '“x” is CoNLL-U Plus, and none of its columns'],
])('says of %j that it has no names', async (content, sentence) => {
  expect(await conllReader.recognises(source(content))).toBe(false)
  await expect(conllReader.read(source(content), reading)).rejects.toThrow(sentence)
})
