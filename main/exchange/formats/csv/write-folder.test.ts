import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tram } from '../../testing/tram.ts'
import { csvLosses } from './losses.ts'
import { csvFiles, writeCsvFolder } from './write-folder.ts'

let folder = ''
let progress: [number, number][] = []
beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'rejoinder-csv-')), 'dataset')
  progress = []
  await writeCsvFolder(tram, folder, {
    signal: new AbortController().signal,
    progress: (done, of) => progress.push([done, of]),
  })
})
afterAll(() => rmSync(join(folder, '..'), { recursive: true }))

const bytesOf = (file: string) => readFileSync(join(folder, file), 'utf8')

/** Rows as RFC 4180 has them, by an automaton of its own. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]]
  let value = ''
  let quoted = false
  for (let at = 0; at < csv.length; at += 1) {
    const character = csv[at]!
    if (quoted) {
      if (character !== '"') value += character
      else if (csv[at + 1] === '"') value += csv[++at]
      else quoted = false
    } else if (character === '"') quoted = true
    else if (character === ',') {
      rows.at(-1)!.push(value)
      value = ''
    } else if (character === '\r' && csv[at + 1] === '\n') {
      rows.at(-1)!.push(value)
      rows.push([])
      value = ''
      at += 1
    } else value += character
  }
  return rows.slice(0, -1)
}

function table(file: string): Record<string, string>[] {
  const [columns, ...rows] = parse(bytesOf(file).slice(1))
  return rows.map((row) => {
    expect(row.length).toBe(columns!.length)
    return Object.fromEntries(columns!.map((column, index) => [column, row[index]!]))
  })
}

describe('the CSV folder', () => {
  it('has a byte order mark, CRLF after every row, and nothing but what it says', () => {
    expect(readdirSync(folder).sort()).toEqual([...csvFiles].sort())
    for (const file of csvFiles.filter((name) => name.endsWith('.csv'))) {
      expect(bytesOf(file).startsWith('\ufeff')).toBe(true)
      expect(bytesOf(file).endsWith('\r\n')).toBe(true)
    }
  })

  it('has the texts as files, and quotes that stand where their offsets say, in code points', () => {
    const texts = new Map(table('documents.csv').map(({ id, text_file }) => [id, [...bytesOf(text_file!)]]))
    expect(table('documents.csv').map(({ characters }) => Number(characters))).toEqual(
      [...texts.values()].map((text) => text.length),
    )
    for (const { document_id, start, end, quote } of table('annotations.csv')) {
      const ends = end!.split(';').map(Number)
      const parts = start!
        .split(';')
        .map((from, i) => texts.get(document_id!)!.slice(Number(from), ends[i]).join(''))
      expect(quote!.replace(/^'/, '')).toBe(parts.join(' […] '))
    }
  })

  it('has one row for each link, with both ends as people know them', () => {
    const [rebuts, undercut, claims, toClaim] = table('links.csv')
    expect(rebuts).toMatchObject({
      type: 'rebuts',
      source_quote: 'It loses money, “every day”.',
      source_document: 'Answer; or not',
      source_tag: 'Rebuttal',
      target_quote: 'The tram line pays for itself',
      target_document: 'Statement',
      target_document_date: '2021-05-05',
      target_speaker: 'City council',
      target_start: '7',
      annotator: 'Ada',
    })
    expect(undercut).toMatchObject({
      source_quote: "'=1+1 does not.",
      target_kind: 'link',
      target_id: 'l1',
      target_quote: '“It loses money, “every day”.” rebuts “The tram line pays for itself”',
      target_document: '',
    })
    expect(claims).toMatchObject({ source_kind: 'claim', source_quote: 'What pays for itself should stay.' })
    expect(toClaim).toMatchObject({ source_kind: 'annotation', target_kind: 'claim', target_id: 'loses' })
  })

  it('has attributes and metadata of one’s own in columns of their own, numbers as numbers', () => {
    const [pays, always] = table('annotations.csv')
    expect(pays).toMatchObject({
      'attribute.certainty': 'high',
      'attribute.score': '-1.5',
      'attribute.quoted': 'false',
      confidence: '0.5',
    })
    expect(always).toMatchObject({ 'attribute.score': '', note: 'Two\nlines', start: '38;48', end: '40;51' })
    expect(table('documents.csv').map((row) => row['metadata.genre'])).toEqual(["'@press", ''])
    expect(table('claims.csv')).toMatchObject([{ mentions: '1' }, { note: "'=A1" }, { mentions: '0' }])
    expect(table('speakers.csv')[0]).toMatchObject({ variants: 'the council\nthe city' })
    expect(table('memos.csv')[1]).toMatchObject({ about: 'link', about_id: 'l2', annotator: 'Ben' })
  })

  it('says what the texts lose', () => {
    expect(csvLosses(tram)).toEqual([
      { what: 'headings, list items, turns and other structure of texts', count: 2 },
      { what: 'stretches of emphasis and web links in texts', count: 2 },
    ])
  })

  it('tells how far it is, up to the end', () => {
    expect(progress.at(-1)![0]).toBe(progress.at(-1)![1])
  })

  const python = spawnSync('python3', ['--version']).status === 0
  it.skipIf(!python)(
    'is read by Python’s csv module the same way',
    () => {
      const files = csvFiles.filter((name) => name.endsWith('.csv'))
      const program = [
        'import csv, json, sys',
        'read = lambda path: list(csv.reader(open(path, encoding="utf-8-sig", newline="")))',
        'print(json.dumps([read(path) for path in sys.argv[1:]]))',
      ].join('\n')
      const paths = files.map((file) => join(folder, file))
      const { stdout } = spawnSync('python3', ['-c', program, ...paths], { encoding: 'utf8' })
      expect(JSON.parse(stdout)).toEqual(files.map((file) => parse(bytesOf(file).slice(1))))
    },
    30_000,
  )

  it('stops when it is told to', async () => {
    const other = join(folder, '..', 'stopped')
    const options = { signal: AbortSignal.abort(), progress: () => {} }
    await expect(writeCsvFolder(tram, other, options)).rejects.toMatchObject({ code: 'cancelled' })
  })
})
