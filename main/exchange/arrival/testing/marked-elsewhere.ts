import Database from 'better-sqlite3'
import type { Span } from '../../../../preload/contract/text.ts'
import { taguetteTables } from '../../formats/testing/taguette-tables.ts'

/** A passage as another program marked it, in UTF-16 code units of its text. */
export interface Marked extends Span {
  words: string
}

/** The name that all of them give the text, whatever its ending. */
export const name = 'speech'

/** Files of a program whose annotations only come in, by path; '' for a single file. */
export type Export = (text: string, passages: readonly Marked[]) => Record<string, string | Uint8Array>

const around = (text: string, { start, end }: Span) => ({
  prefix: text.slice(Math.max(0, start - 32), start),
  suffix: text.slice(end, end + 32),
})
const xml = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const table = (rows: readonly string[][]): string =>
  rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')
const cellOf = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const hypothesis: Export = (text, passages) => ({
  '': JSON.stringify({
    total: passages.length,
    rows: passages.map(({ start, end, words }, index) => ({
      ...{ id: `h${index}`, user: 'acct:ada@hypothes.is', created: '2024-01-05T13:19:14Z', text: '' },
      ...{ uri: `http://x.org/${name}.html`, tags: ['Claim'], document: { title: [name] } },
      target: [
        {
          source: `http://x.org/${name}.html`,
          selector: [
            { type: 'TextPositionSelector', start, end },
            { type: 'TextQuoteSelector', exact: words, ...around(text, { start, end }) },
          ],
        },
      ],
    })),
  }),
})

const recogitoTable: Export = (_, passages) => ({
  '': table([
    ['UUID', 'FILE', 'QUOTE_TRANSCRIPTION', 'ANCHOR', 'TYPE', 'URI', 'TAGS', 'COMMENTS'],
    ...passages.map(({ start, words }, index) => [
      ...[`r${index}`, `${name}.txt`, words, `char-offset:${start}`],
      ...['', '', 'Claim', ''],
    ]),
  ]),
})

const taguetteTable: Export = (_, passages) => ({
  '': table([
    ['id', 'document', 'tag', 'content'],
    ...passages.map(({ words }, index) => [String(index), `${name}.txt`, 'claim', words]),
  ]),
})

const bytes = (words: string): number => Buffer.byteLength(words)

const taguetteProject: Export = (text, passages) => {
  const contents = text
    .split('\n')
    .map((line) => `<p>${xml(line)}</p>`)
    .join('\n')
  const database = new Database(':memory:')
  database.exec(`${taguetteTables}
    INSERT INTO projects VALUES (1, 'Elsewhere', '', '');
    INSERT INTO tags VALUES (1, 1, 'claim', '');`)
  database
    .prepare(`INSERT INTO documents VALUES (1, '${name}', '', '${name}.html', '', 1, 'LEFT_TO_RIGHT', ?)`)
    .run(contents)
  const insert = database.prepare('INSERT INTO highlights VALUES (?, 1, ?, ?, ?)')
  for (const [index, { start, end, words }] of passages.entries()) {
    insert.run(index + 1, bytes(text.slice(0, start)), bytes(text.slice(0, end)), words)
    database.prepare('INSERT INTO highlight_tags VALUES (?, 1)').run(index + 1)
  }
  const file = database.serialize()
  database.close()
  return { '': file }
}

const catmaCollection: Export = (text, passages) => ({
  [`${name}.txt`]: text,
  'ada.xml': `<TEI xml:lang="en" xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>
 <fileDesc><titleStmt><title>${name}</title></titleStmt>
  <sourceDesc><ab><fs xml:id="CATMA_TECH_DESC"><f name="fileOSType"><string>UNIX</string></f></fs></ab></sourceDesc></fileDesc>
 <encodingDesc><fsdDecl xml:id="CATMA_SET" n="Set 2020-01-02T10:00:00.000+0100">
  <fsDecl xml:id="CATMA_T" type="CATMA_T" baseTypes="CATMA_BASE_TAG"><fsDescr>Claim</fsDescr></fsDecl>
 </fsdDecl></encodingDesc></teiHeader><text>
 ${passages.map((_, index) => `<fs xml:id="CATMA_${index}" type="CATMA_T"><f name="catma_markupauthor"><string>ada</string></f></fs>`).join('\n ')}
 <body><ab type="catma">
  ${passages.map(({ start, end }, index) => `<seg ana="#CATMA_${index}"><ptr target="catma:///${name}#char=${start},${end}" type="inclusion"/></seg>`).join('\n  ')}
 </ab></body></text></TEI>`,
})

const catmaProject: Export = (text, passages) => {
  const files = {
    'tagsets/T_1/header.json': { name: 'Set' },
    'tagsets/T_1/CATMA_A/propertydefs.json': { name: 'Claim', parentUuid: '', uuid: 'CATMA_A' },
    'documents/D_1/header.json': { gitContentInfoSet: { title: name }, gitIndexInfoSet: { locale: 'en' } },
    'collections/C_1/annotations/ada_0.json': passages.map(({ start, end }, index) => ({
      id: `collections/C_1/annotations/CATMA_${index}`,
      body: { tag: 'tagsets/T_1/CATMA_A', properties: { system: {}, user: {} } },
      target: { items: [{ source: 'D_1', selector: { start, end } }] },
    })),
  }
  const written = Object.entries(files).map(([path, value]) => [path, JSON.stringify(value)])
  return { ...Object.fromEntries(written), 'documents/D_1/D_1.txt': text }
}

/** A graph holds no text but that of its units. */
const argumentGraph: Export = (_, passages) => ({
  '': `<?xml version='1.0' encoding='UTF-8'?>
<arggraph id="${name}">
  ${passages.map(({ words }, index) => `<edu id="e${index}"><![CDATA[${words}]]></edu><adu id="a${index}" type="pro"/><edge id="s${index}" src="e${index}" trg="a${index}" type="seg"/>`).join('\n  ')}
  ${passages.map((_, index) => (index === 0 ? '' : `<edge id="c${index}" src="a${index}" trg="a0" type="sup"/>`)).join('')}
</arggraph>`,
})

/** By what they are called in a test, with the ending of their single file. */
export const exports: readonly (readonly [name: string, ending: string, write: Export])[] = [
  ['Hypothesis', '.json', hypothesis],
  ['a table of Recogito', '.csv', recogitoTable],
  ['a table of Taguette', '.csv', taguetteTable],
  ['a project of Taguette', '.sqlite3', taguetteProject],
  ['a collection of CATMA', '', catmaCollection],
  ['a project of CATMA', '', catmaProject],
  ['an argument graph', '.xml', argumentGraph],
]
