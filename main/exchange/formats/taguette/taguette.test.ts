import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { DistantSource, DistantText } from '../../spool/distant.ts'
import { PuttingAway, storeIn } from '../../spool/putting-away.ts'
import { SpoolFile } from '../../spool/spool-file.ts'
import { corpusPath, isInCorpus, torture } from '../../testing/corpus.ts'
import { reading } from '../../testing/written.ts'
import { smallSamples } from '../testing/small-samples.ts'
import { sourceFiles } from '../testing/source-files.ts'
import { taguetteTables } from '../testing/taguette-tables.ts'
import { readHighlightedHtml } from './highlighted-html.ts'
import { taguetteReader as reader } from './reader.ts'

function projectOf(sql: string) {
  const database = new Database(':memory:')
  database.exec(sql)
  const bytes = database.serialize()
  database.close()
  return sourceFiles('bans.sqlite3', { '': bytes })
}

describe('Taguette', () => {
  it('holds no text and no page longer than it is read', async () => {
    const source = sourceFiles('p.sqlite3', { '': smallSamples.taguette!() })
    const spool = new SpoolFile()
    const away = new PuttingAway(storeIn(spool))
    const { documents, ...rest } = await reader.read(source, { ...reading, away })
    const put = documents.map(({ text, source }) => [text!.text, Buffer.from(source!.bytes)])
    spool.close()
    expect(documents.map(({ text, source }) => [text, source])).toEqual(
      documents.map(() => [expect.any(DistantText), expect.any(DistantSource)]),
    )
    const { documents: held, ...whole } = await reader.read(source, reading)
    expect(put).toEqual(held.map(({ text, source }) => [text!.text, Buffer.from(source!.bytes)]))
    expect(rest).toEqual(whole)
    expect(rest.annotations.length).toBeGreaterThan(0)
  })

  it('comes in with documents, the tree of its tags, and highlights with several of them', async () => {
    const source = projectOf(`${taguetteTables}
      INSERT INTO projects VALUES (1, 'Bans', 'Old.', '');
      INSERT INTO documents VALUES (1, 'One', 'Note', 'one.html', '', 1, '', '<h1>Café</h1>\n<p>We <b>ban</b> cars.</p>');
      INSERT INTO tags VALUES (1, 1, 'claim.counter', 'Against.'), (2, 1, 'other', '');
      INSERT INTO highlights VALUES (5, 1, 9, 12, ''), (6, 1, 0, 5, ''), (7, 1, 900, 901, '');
      INSERT INTO highlight_tags VALUES (5, 1), (5, 2);`)
    expect(await reader.recognises(source)).toBe(true)
    const incoming = await reader.read(source, reading)
    expect(incoming.project).toEqual({ name: 'Bans', description: 'Old.' })
    expect(incoming.documents[0]!.text).toEqual({
      text: 'Café\nWe ban cars.',
      blocks: [
        { kind: 'heading', level: 1, start: 0, end: 4 },
        { kind: 'paragraph', start: 5, end: 17 },
      ],
      ...{ marks: [], breaks: [] },
    })
    expect(incoming.tags.map(({ id, name, parent, definition }) => [id, name, parent, definition])).toEqual([
      ['taguette:other', 'other', null, ''],
      ['taguette:claim', 'claim', null, ''],
      ['taguette:claim.counter', 'counter', 'taguette:claim', 'Against.'],
      ['name:Highlight', 'Highlight', null, ''],
    ])
    expect(incoming.annotations.map(({ id, tag, spans }) => [id, tag, spans])).toEqual([
      ['5', 'taguette:claim.counter', [{ start: 8, end: 11 }]],
      ['5 #2', 'taguette:other', [{ start: 8, end: 11 }]],
      ['6', 'name:Highlight', [{ start: 0, end: 4 }]],
    ])
    expect(incoming.leftOut).toEqual([{ what: 'highlights outside their text', count: 1 }])
  })

  it.skipIf(!isInCorpus('torture'))('counts UTF-8 bytes of the words without their tags', () => {
    const { text, spans } = torture()
    const html = text.replace(/[^\n]+/g, '<p>$&</p>')
    const read = readHighlightedHtml(html)
    expect(read.text.text).toBe(text.replace(/\n$/, ''))
    expect(spans.map(({ utf8: [start, end] }) => read.spanOf(start, end))).toEqual(
      spans.map(({ utf16: [start, end] }) => ({ start, end })),
    )
    expect(read.spanOf(19, 40)).toBeUndefined()
  })

  it.skipIf(!isInCorpus('formats/taguette'))('comes in from a project of its own making', async () => {
    const source = sourceFiles('bans.sqlite3', {
      '': readFileSync(corpusPath('formats/taguette/bans.sqlite3')),
    })
    expect(await reader.recognises(source)).toBe(true)
    const { annotations, documents, tags } = await reader.read(source, reading)
    const { text } = documents[0]!.text!
    const quotes = annotations.map(({ spans }) => text.slice(spans![0]!.start, spans![0]!.end))
    expect(quotes).toEqual(['We should ban cars', 'cars help'])
    expect(tags.map(({ name }) => name)).toEqual(['claim', 'counter'])
  })

  it('comes in from its table of highlights, whose words are looked for in the texts that it names', async () => {
    const rows = [
      'id,document,tag,content',
      '1,bans.txt,claim.counter,We ban',
      '1,bans.txt,other,We ban',
      '2,bans.txt,,"cars, ""all"""',
      '3,trams.txt,other,It pays',
    ]
    const source = sourceFiles('all_tags.csv', { '': `${rows.join('\r\n')}\r\n` })
    expect(await reader.recognises(source)).toBe(true)
    const { documents, annotations, tags } = await reader.read(source, reading)
    expect(documents.map(({ title, text, knownAs }) => [title, text, knownAs])).toEqual([
      ['bans.txt', null, ['bans.txt']],
      ['trams.txt', null, ['trams.txt']],
    ])
    const named = new Map(tags.map(({ id, name, parent }) => [id, [name, parent]]))
    expect(annotations.map(({ document, tag, quote }) => [document, named.get(tag), quote])).toEqual([
      ['bans.txt', ['counter', 'taguette:claim'], ['We ban']],
      ['bans.txt', ['other', null], ['We ban']],
      ['bans.txt', ['Highlight', null], ['cars, "all"']],
      ['trams.txt', ['other', null], ['It pays']],
    ])
    expect(new Set(annotations.map(({ id }) => id)).size).toBe(4)
    const other = sourceFiles('a.csv', { '': 'id,document,text\n1,a,b\n' })
    expect(await reader.recognises(other)).toBe(false)
  })

  it('takes a path of more steps than anybody makes for one name', async () => {
    const path = 'a.'.repeat(20_000)
    const table = `id,document,tag,content\n1,bans.txt,${path},We ban\n`
    const { tags } = await reader.read(sourceFiles('all_tags.csv', { '': table }), reading)
    expect(tags.map(({ name }) => name)).toEqual([path])
  })

  it('is refused where tables are missing or are views', async () => {
    await expect(reader.read(projectOf('CREATE TABLE highlights (id)'), reading)).rejects.toThrow(
      '“bans.sqlite3” is no project of Taguette.',
    )
    const tricky = projectOf(
      `${taguetteTables} DROP TABLE tags; CREATE VIEW tags AS SELECT 1 id, 'a' path, '' description;`,
    )
    await expect(reader.read(tricky, reading)).rejects.toThrow('is no project of Taguette')
  })
})
