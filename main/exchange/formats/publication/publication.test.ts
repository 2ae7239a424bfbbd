import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tableFromIPC } from 'apache-arrow'
import fc from 'fast-check'
import jsonld from 'jsonld'
import { readParquet } from 'parquet-wasm/node'
import { describe, expect, it, vi } from 'vitest'
import { namedTurns, speakerOfTurn } from '../../../../preload/contract/speaker-turns.ts'
import { isInCorpus, torture, tortureDataset } from '../../testing/corpus.ts'
import { dataset } from '../../testing/dataset-arbitrary.ts'
import { tram } from '../../testing/tram.ts'
import { checkFolder } from './check-folder.ts'
import { checksumFile } from './checksums.ts'
import { filesOf } from './columns.ts'
import { allShapes, tableShapes } from './table-shapes.ts'
import { filesIn, linesOf, options, published, type Row, rowsOf, textOf } from './testing/published.ts'

vi.setConfig({ testTimeout: 120_000 })

/** That other library drops a byte order mark at the beginning of a string. */
const withoutOrderMarks = (row: Row): Row =>
  JSON.parse(JSON.stringify(row), (_, value) =>
    typeof value === 'string' ? value.replace(/^\ufeff/, '') : value,
  )

/** As another library reads it. */
const parquetOf = (path: string): Row[] =>
  tableFromIPC(readParquet(new Uint8Array(readFileSync(path))).intoIPCStream())
    .toArray()
    .map((row) => JSON.parse(JSON.stringify(row)))

describe('a dataset to publish', () => {
  it('holds what the project holds, and its check finds nothing', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, async (data) => {
        await published(data, async (folder) => {
          expect(await checkFolder(folder, options)).toEqual([])
          const documents = rowsOf(folder, 'documents')
          const byId = (rows: Row[]) => new Map(rows.map((row) => [row.id, row]))
          expect(new Map(documents.map(({ id, text }) => [id, text]))).toEqual(
            new Map(data.documents.map(({ id }) => [id, textOf(data, id)])),
          )
          const annotations = byId(rowsOf(folder, 'annotations'))
          expect(annotations.size).toBe(data.annotations.length)
          for (const one of data.annotations) {
            const points = [...textOf(data, one.document)]
            const row = annotations.get(one.id)!
            expect(row).toMatchObject({
              ...{ document_id: one.document, tag_id: one.tag, annotator_id: one.annotator },
              ...{ claim_id: one.claim, speaker_id: one.speaker, spans_utf16: one.spans },
              ...{ confidence: one.confidence, note: one.note, created: one.created },
            })
            const { blocks } = data.textOf(one.document)
            expect(row.turn_speaker ?? '').toBe(speakerOfTurn(namedTurns(blocks), one.spans[0]!.start))
            const words = row.spans.map(({ start, end }: Row) => points.slice(start, end).join(''))
            expect(words).toEqual(row.quote)
            expect(row.attributes.map(({ name, value }: Row) => [name, JSON.parse(value)])).toEqual([
              ...one.attributes,
            ])
          }
          const links = byId(rowsOf(folder, 'links'))
          for (const { id, source, target, linkType, strength } of data.links) {
            const { source_kind, source_id, target_kind, target_id, ...row } = links.get(id)!
            expect([{ [source_kind]: source_id }, { [target_kind]: target_id }]).toEqual([source, target])
            expect([row.link_type_id, row.strength]).toEqual([linkType, strength])
          }
          expect(rowsOf(folder, 'codebook').map(({ id, definition }) => [id, definition])).toEqual(
            data.tags.map(({ id, definition }) => [id, definition]),
          )
        })
      }),
      { numRuns: 12 },
    )
  })

  it('says the same in Parquet, as a reader of another make finds it', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, async (data) => {
        await published(data, (folder) => {
          for (const shape of allShapes) {
            const jsonl = filesOf(shape, 'jsonl')
            for (const [at, { file }] of filesOf(shape, 'parquet').entries())
              expect(parquetOf(join(folder, file))).toEqual(
                linesOf(join(folder, jsonl[at]!.file)).map(withoutOrderMarks),
              )
          }
        })
      }),
      { numRuns: 8 },
    )
  })

  it('never parts the ends of a link or the mentions of a claim', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, fc.nat(), async (data, seed) => {
        await published(
          data,
          (folder) => {
            const splitOf = new Map<string, string>()
            for (const { id, split } of rowsOf(folder, 'documents')) splitOf.set(`document ${id}`, split)
            for (const { id, split } of rowsOf(folder, 'claims')) splitOf.set(`claim ${id}`, split)
            for (const { id, split } of rowsOf(folder, 'links')) splitOf.set(`link ${id}`, split)
            for (const { id, document, claim } of data.annotations) {
              const split = splitOf.get(`document ${document}`)!
              splitOf.set(`annotation ${id}`, split)
              if (claim !== null) expect(splitOf.get(`claim ${claim}`)).toBe(split)
            }
            for (const { id, source, target } of data.links) {
              for (const end of [source, target]) {
                const [[kind, other]] = Object.entries(end) as [[string, string]]
                expect(splitOf.get(`${kind} ${other}`)).toBe(splitOf.get(`link ${id}`))
              }
            }
          },
          { seed },
        )
      }),
      { numRuns: 12 },
    )
  })

  it('is told of any byte that is changed, and of files that come or go', async () => {
    await published(tram, async (folder) => {
      const files = filesIn(folder)
      const filled = files.filter((path) => readFileSync(path).length > 0)
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...filled),
          fc.nat(),
          fc.integer({ min: 1, max: 255 }),
          async (path, at, by) => {
            const bytes = readFileSync(path)
            const changed = Buffer.from(bytes)
            changed[at % bytes.length]! ^= by
            writeFileSync(path, changed)
            expect(await checkFolder(folder, options)).not.toEqual([])
            writeFileSync(path, bytes)
          },
        ),
        { numRuns: 30 },
      )
      expect(await checkFolder(folder, options)).toEqual([])
      writeFileSync(join(folder, 'jsonl', 'more.jsonl'), '')
      expect(await checkFolder(folder, options)).toEqual([
        { file: 'jsonl/more.jsonl', what: 'is not one of the dataset’s files' },
      ])
      rmSync(join(folder, 'jsonl', 'more.jsonl'))
      rmSync(join(folder, 'croissant.json'))
      expect(await checkFolder(folder, options)).toEqual([{ file: 'croissant.json', what: 'is missing' }])
    })
  })

  it('says in the card only what the project knows of where the texts and the work come from', async () => {
    const data = tram
    const texts = ['2021', '2020-05-02', '05/06/2019', ''].map((date, at) => ({
      ...data.documents[0]!,
      id: `dated ${at}`,
      metadata: new Map([['date', date]]),
      source: { ...data.documents[0]!.source, mediaType: at === 0 ? 'text/html' : 'text/plain' },
    }))
    const textOf = () => data.textOf(data.documents[0]!.id)
    const all = { ...data, documents: texts, textOf, annotations: [], links: [], claims: [] }
    await published(all, (folder) => {
      const card = readFileSync(join(folder, 'README.md'), 'utf8')
      expect(card).toContain(
        'Of the documents 2 are dated, from 2020-05-02 to 2021; 1 has a date that is no ISO date; 1 has no date.',
      )
      expect(card).toContain('by kind: text/html (1), text/plain (3)')
      expect(card).toContain('The project does not record what was left out.')
      expect(card).toContain('nothing is annotated yet')
      expect(card).not.toContain('as they were')
      expect(card).toContain('Texts.\n')
      expect(card).not.toContain('task_categories')
    })
    const spoken = texts.map((one, at) => ({
      ...one,
      metadata: new Map(at === 0 ? [] : [['language', at === 1 ? 'de-AT' : 'en']]),
    }))
    await published({ ...all, documents: spoken }, (folder) =>
      expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(
        'Languages: en (2), de-AT (1); of 1 document no language is stated.',
      ),
    )
    const undated = texts.map((one) => ({ ...one, metadata: new Map() }))
    await published({ ...all, documents: undated }, (folder) =>
      expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(
        'No document has a date. No document has a language.',
      ),
    )
    // Without it pandas reads 0.7 as 0.7000000000000001.
    await published(data, (folder) =>
      expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('precise_float=True'),
    )
    await published(data, (folder) =>
      expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(
        'Passages of texts with tags of a codebook, claims that stand above their wordings, and links between them, also across documents.',
      ),
    )
    await published(data, (folder) =>
      expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(
        'What came from another program without a date has the day on which it was imported',
      ),
    )
  })

  it('counts tags of one name apart, with those above them', async () => {
    const [one] = tram.tags
    const tags = ['Person', 'Place'].flatMap((name) => [
      { ...one!, id: name, name, parent: null },
      { ...one!, id: `other ${name}`, name: 'other', parent: name },
    ])
    const annotations = tram.annotations.slice(0, 3).map((annotation, at) => ({
      ...annotation,
      ...{ tag: at < 2 ? 'other Person' : 'other Place', attributes: new Map(), claim: null },
    }))
    await published({ ...tram, tags, annotations, links: [], claims: [] }, (folder) => {
      const card = readFileSync(join(folder, 'README.md'), 'utf8')
      expect(card).toContain('| Person | 0 |\n| Person / other | 2 |\n| Place | 0 |\n| Place / other | 1 |')
    })
  })

  it('opens no file outside of the folder in a check, whatever a description names', async () => {
    await published(tram, async (folder) => {
      const path = join(folder, 'croissant.json')
      for (const distribution of [
        [{ contentUrl: '../../secret', sha256: '' }],
        [{}],
        [null],
        [{ contentUrl: 7 }],
      ]) {
        const written = `${JSON.stringify({ distribution })}\n`
        writeFileSync(path, written)
        const sums = join(folder, checksumFile)
        const sum = createHash('sha256').update(written).digest('hex')
        writeFileSync(
          sums,
          readFileSync(sums, 'utf8').replace(/^[0-9a-f]{64}( {2}croissant\.json)$/m, `${sum}$1`),
        )
        expect(await checkFolder(folder, options)).toEqual([
          { file: 'croissant.json', what: 'names something that is no file of this folder' },
        ])
      }
    })
  })

  it.skipIf(process.platform === 'win32')(
    'does not wait for a pipe in a folder that is checked',
    async () => {
      await published(tram, async (folder) => {
        execFileSync('mkfifo', [join(folder, 'pipe')])
        expect(await checkFolder(folder, options)).toEqual([
          { file: 'pipe', what: 'is no file that can be read' },
        ])
        rmSync(join(folder, checksumFile))
        execFileSync('mkfifo', [join(folder, checksumFile)])
        expect((await checkFolder(folder, options))[0]).toMatchObject({ file: checksumFile })
      })
    },
  )

  it.skipIf(!isInCorpus('torture'))('counts code points, and UTF-16 code units beside', async () => {
    await published(tortureDataset(), (folder) => {
      const rows = new Map(rowsOf(folder, 'annotations').map((row) => [row.id, row]))
      for (const { name, codePoints, utf16 } of torture().spans) {
        const span = ([start, end]: [number, number]) => [{ start, end }]
        expect(rows.get(name)).toMatchObject({ spans: span(codePoints), spans_utf16: span(utf16) })
      }
    })
  })

  it('pairs each claim with what is said against it, with all wordings of both', async () => {
    await published(tram, (folder) => {
      const pairs = rowsOf(folder, 'claimPairs')
      expect(pairs.map(({ claim_id, counter_id, links }) => [claim_id, counter_id, links])).toEqual([
        ['pays', 'loses', ['l1']],
        ['loses', 'implicit', ['l3']],
        ['loses', 'pays', ['l4']],
      ])
      expect(pairs[0]).toMatchObject({
        ...{ link_type: 'rebuts', across_documents: true, annotators: ['Ada'] },
        claim_mentions: [
          {
            ...{ document_title: 'Statement', document_date: '2021-05-05', speaker: 'City council' },
            quote: ['The tram line pays for itself'],
          },
        ],
      })
    })
  })

  it('describes itself to machines: valid JSON-LD with every file and column', async () => {
    await published(
      tram,
      async (folder) => {
        const croissant = JSON.parse(readFileSync(join(folder, 'croissant.json'), 'utf8'))
        const [graph] = (await jsonld.expand(croissant)) as Row[]
        expect(graph!['@type']).toEqual(['https://schema.org/Dataset'])
        expect(graph!['http://purl.org/dc/terms/conformsTo']).toEqual([
          { '@language': 'en', '@value': 'http://mlcommons.org/croissant/1.0' },
        ])
        expect(graph!['https://schema.org/distribution']).toHaveLength(allShapes.length * 2 + 5 * 4)
        const sets = graph!['http://mlcommons.org/croissant/recordSet'] as Row[]
        const annotations = sets.find((set) => set['@id'].endsWith('annotations/train'))!
        expect(annotations['http://mlcommons.org/croissant/field']).toHaveLength(
          tableShapes.annotations.columns.length,
        )
        // mlcroissant (operations/read.py, nodes/metadata.py) reads no Parquet by another name, and no records in
        // records of a column.
        const kinds = croissant.distribution.map((file: Row) => file.encodingFormat)
        expect(new Set(kinds)).toEqual(new Set(['application/x-parquet', 'application/jsonlines']))
        const fields: Row[] = croissant.recordSet.flatMap((set: Row) => set.field)
        const inRecords: Row[] = fields.flatMap(({ subField = [] }) => subField)
        expect(inRecords.filter(({ dataType }) => !dataType)).toEqual([])
        expect(
          fields.find((one) => one['@id'] === 'claim_pairs/train/claim_mentions')!.description,
        ).toContain('not described here: spans')
      },
      { licence: 'CC-BY-4.0', authors: 'Ada', address: 'https://example.org/tram' },
    )
  })

  it('names annotators only where that is wanted', async () => {
    await published(
      tram,
      (folder) => {
        expect(rowsOf(folder, 'annotators').map(({ name }) => name)).toEqual(['Annotator 1', 'Annotator 2'])
        for (const { annotator } of rowsOf(folder, 'annotations')) expect(annotator).toMatch(/^Annotator \d$/)
        expect(readFileSync(join(folder, 'README.md'), 'utf8')).not.toContain('Ada')
      },
      { namesAnnotators: false },
    )
  })
})
