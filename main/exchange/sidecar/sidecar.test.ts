import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type * as Data from '../dataset.ts'
import { inDatasetOrder } from '../dataset-order.ts'
import type { IncomingDocument } from '../formats/annotation-format.ts'
import { annotationFormats } from '../formats/index.ts'
import { exchangeLines } from '../formats/rejoinder-jsonl/lines.ts'
import { writtenForOthers } from '../formats/written-format.ts'
import { type FilesOnDisk, filesOnDisk } from '../source/on-disk.ts'
import { sourceFiles } from '../source/source-files.ts'
import { withSidecarBeside, withSidecarInside } from '../source/with-sidecar.ts'
import { unpacked } from '../source/zip-files.ts'
import { DistantText } from '../spool/distant.ts'
import { PuttingAway } from '../spool/putting-away.ts'
import { SpoolFile } from '../spool/spool-file.ts'
import { place } from '../target.ts'
import { dataset } from '../testing/dataset-arbitrary.ts'
import { tram } from '../testing/tram.ts'
import { type Arriving, nothingUnread } from './arriving.ts'
import { restored } from './restore.ts'

vi.setConfig({ testTimeout: 120_000 })

const both = annotationFormats.filter(({ reader, writer }) => reader && writer)
/** Formats whose readers hold the texts of all documents. */
const holding = ['tei', 'web-annotation', 'aif', 'xaif', 'argdown']
const linesOf = (one: Data.Dataset): string[] => [...exchangeLines(one)]

let spool = new SpoolFile()
afterEach(() => spool.close())

/** Writes with the sidecar, lets `change` have its way with the files, and reads all of it again. */
async function throughFiles(
  name: string,
  one: Data.Dataset,
  change: (path: string) => Promise<void> = async () => {},
): Promise<Arriving> {
  const format = both.find((other) => other.name === name)!
  const folder = await mkdtemp(join(tmpdir(), 'rejoinder-sidecar-'))
  const opened: FilesOnDisk[] = []
  spool.close()
  spool = new SpoolFile()
  try {
    const to = join(folder, format.makes === 'folder' ? 'study' : `study.${format.endings[0]}`)
    const options = { signal: new AbortController().signal, progress: () => {} }
    const [written] = writtenForOthers(format)
    await place(written!.targets(one, to, options), { replace: false, signal: options.signal })
    await change(to)
    const open = async (path: string) => {
      opened.push(await filesOnDisk(path))
      return sourceFiles(opened.at(-1)!)
    }
    const names = await readdir(folder)
    const beside = names.includes(`study.${format.endings[0]}.loss.json`)
      ? { links: await open(`${to}.links.jsonl`), loss: await open(`${to}.loss.json`) }
      : null
    const source = await unpacked(await open(to))
    const parted = beside ? withSidecarBeside(source, beside) : withSidecarInside(source)
    // A file that says nothing of anything may be of any format.
    if (one.documents.length > 0) expect(await format.reader!.recognises(parted.files)).toBe(true)
    const away = new PuttingAway({
      append: (bytes) => spool.append(bytes),
      fetch: (place) => spool.read(place),
    })
    const reading = { signal: undefined, progress: () => {}, away }
    const incoming = await format.reader!.read(parted.files, reading)
    const isHeld = ({ text }: IncomingDocument): boolean => text !== null && !(text instanceof DistantText)
    expect(holding.includes(name) || !incoming.documents.some(isHeld)).toBe(true)
    const arriving = restored(name, incoming, await parted.sidecar(), nothingUnread, away)
    away.flush()
    return arriving
  } finally {
    for (const files of opened) await files.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Texts that the format does not bring are those of the project, which `known` gives. */
function asDataset(arriving: Arriving, known?: Data.Dataset): Data.Dataset {
  const texts = new Map(arriving.documents.map(({ id, text }) => [id, text ?? known?.textOf(id)]))
  return inDatasetOrder({
    ...arriving,
    project: arriving.project ?? { name: '', description: '' },
    annotations: arriving.annotations.map(({ quote: _, prefix: __, suffix: ___, ...annotation }) => ({
      ...annotation,
      spans: annotation.spans ?? [],
      created: annotation.created || '2026-01-05T10:00:00.000Z',
    })),
    links: arriving.links.map((link) => ({ ...link, created: link.created || '2026-01-05T10:00:00.000Z' })),
    textOf: (id) => texts.get(id)!,
  })
}

/** A sidecar holds no texts: what XML cannot write of one is gone, unless the project has it. */
function hasXmlTexts({ documents, textOf }: Data.Dataset): boolean {
  const isHeld = (code: number): boolean =>
    (code >= 0x20 && code < 0xfffe) || code > 0xffff || [9, 10, 13].includes(code)
  return documents.every(({ id }) =>
    [...textOf(id).text].every((character) => isHeld(character.codePointAt(0)!)),
  )
}

describe.each(both.map(({ name }) => name))('%s with its sidecar', (name) => {
  it('brings the sample back whole', async () => {
    expect(linesOf(asDataset(await throughFiles(name, tram), tram))).toEqual(linesOf(tram))
  })

  it('brings any project back whole', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, async (one) => {
        fc.pre(!['uima-xmi', 'tei'].includes(name) || hasXmlTexts(one))
        expect(linesOf(asDataset(await throughFiles(name, one), one))).toEqual(linesOf(one))
      }),
      { numRuns: 40 },
    )
  })
})

describe('a CAS in which somebody took another tag', () => {
  it('changes nothing of the tags, though they stand in another order', async () => {
    const arriving = await throughFiles('uima-xmi', tram, async (path) => {
      const at = join(path, 'annotation', 'Answer; or not', 'Ada.xmi')
      const cas = await readFile(at, 'utf8')
      expect(cas).toContain(' tag="Rebuttal"')
      await writeFile(at, cas.replace(' tag="Rebuttal"', ' tag="Claim"'))
    })
    expect(arriving.edits.get('tag')).toEqual(new Map())
    expect(arriving.tags).toEqual(tram.tags.filter(({ name }) => name === 'Claim'))
    expect(arriving.annotations.map(({ tag }) => tag)).toEqual(['claim', 'claim', 'claim', 'claim'])
  })
})

/** doccano numbers what it takes in, and writes its numbers, comments and all fields that it was given. */
describe('a file that was in a project of doccano', () => {
  const exported = (lines: string, more: object = {}): string => {
    let number = 400
    const next = (): number => {
      number += 1
      return number
    }
    const renumbered = (line: string, at: number): string => {
      const { entities = [], relations = [], ...others } = JSON.parse(line)
      const ids = new Map<number, number>(entities.map(({ id }: { id: number }) => [id, next()]))
      const numbered = (one: { id: number; from_id?: number; to_id?: number }) => ({
        ...{ ...one, id: ids.get(one.id) ?? next() },
        ...(one.from_id !== undefined && { from_id: ids.get(one.from_id), to_id: ids.get(one.to_id!) }),
      })
      const labelled = { entities: entities.map(numbered), relations: relations.map(numbered), Comments: [] }
      return JSON.stringify({ id: at + 1, ...others, ...labelled, ...more })
    }
    return `${lines.trimEnd().split('\n').map(renumbered).join('\n')}\n`
  }
  const back = (more?: object) =>
    throughFiles('doccano', tram, async (path) =>
      writeFile(path, exported(await readFile(path, 'utf8'), more)),
    )

  it('comes back whole, whatever numbers it has', async () => {
    const arriving = await back()
    expect(linesOf(asDataset(arriving))).toEqual(linesOf(tram))
    expect(arriving.edits.get('document')).toEqual(new Map())
  })

  it('keeps what is known of its documents where something is added to it', async () => {
    const { documents } = await back({ reviewed: 'yes' })
    expect(documents.map(({ metadata }) => metadata)).toEqual(
      tram.documents.map(({ metadata }) => new Map([...metadata, ['reviewed', 'yes']])),
    )
    expect(tram.documents.some(({ metadata }) => metadata.size > 0)).toBe(true)
  })
})

it.each(annotationFormats.filter(({ writer }) => writer).map((format) => [format.name, format] as const))(
  'what lies beside %s tells the losses that were told before, and has what is lost, links across documents first',
  async (_, format) => {
    const folder = await mkdtemp(join(tmpdir(), 'rejoinder-sidecar-'))
    try {
      const to = join(folder, 'study')
      const options = { signal: new AbortController().signal, progress: () => {} }
      const [written] = writtenForOthers(format)
      const told = written!.losses(tram).map(({ what, count }) => ({ what, count }))
      expect(told.length).toBeGreaterThan(0)
      await place(written!.targets(tram, to, options), { replace: false, signal: options.signal })
      const beside = (name: string) =>
        readFile(format.makes === 'folder' ? join(to, name) : `${to}.${name}`, 'utf8')
      expect(JSON.parse(await beside('loss.json'))).toMatchObject({ format: format.name, losses: told })
      const [head, ...records] = (await beside('links.jsonl'))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(head).toMatchObject({ type: 'project', format: 'rejoinder-jsonl' })
      const lost = new Set(
        format.writer!.losses(tram).flatMap(({ touches }) => touches.flatMap(({ ids }) => ids)),
      )
      expect(records.map(({ id }) => id)).toEqual(expect.arrayContaining([...lost]))
      if (lost.has('l1')) expect(records[0]).toMatchObject({ type: 'link', id: 'l1' })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
)

/** Label Studio forgets names that it has no account for, and dates all from the moment when it took it in. */
describe('tasks that were in a project of Label Studio', () => {
  const back = () =>
    throughFiles('label-studio', tram, async (path) => {
      const at = join(path, 'tasks.json')
      const tasks: Task[] = JSON.parse(await readFile(at, 'utf8'))
      const moment = { created_at: '2026-11-20T10:00:00.000000Z', updated_at: '2026-11-21T10:00:00.000000Z' }
      const exported = tasks.map((task, index) => ({
        ...{
          ...task,
          id: 101 + index,
          inner_id: index + 1,
          file_upload: 'ab-tasks.json',
          meta: {},
          ...moment,
        },
        annotations: task.annotations.map(({ annotator: _, ...work }, number) => ({
          ...{
            ...work,
            id: 900 + 10 * index + number,
            completed_by: 1,
            lead_time: 2.5,
            was_cancelled: false,
          },
          ...{ ...moment, ground_truth: false, task: 101 + index, project: 3, updated_by: 1 },
        })),
      }))
      await writeFile(at, JSON.stringify(exported))
    })
  interface Task {
    annotations: { annotator: object; result: object[] }[]
  }

  it('come back whole, though all is signed by whoever took them in', async () => {
    const arriving = await back()
    expect(linesOf(asDataset(arriving))).toEqual(linesOf(tram))
    expect(new Set(tram.annotations.map(({ annotator }) => annotator)).size).toBe(2)
  })
})

describe('a brat folder that was edited outside', () => {
  const edited = async (file: string, edit: (content: string) => string): Promise<string[]> => {
    const arriving = await throughFiles('brat', tram, async (path) => {
      const at = join(path, file)
      await writeFile(at, edit(await readFile(at, 'utf8')))
    })
    return linesOf(asDataset(arriving))
  }
  const changedLines = (lines: readonly string[]): string[] =>
    lines.filter((line) => !linesOf(tram).includes(line))

  it('differs in the edit and in nothing else', async () => {
    const lines = await edited('Ada/Statement.ann', (content) =>
      content.replace('Claim 7 36\tThe tram line pays for itself', 'Rebuttal 7 25\tThe tram line pays'),
    )
    expect(lines).toHaveLength(linesOf(tram).length)
    const changed = changedLines(lines)
    expect(changed).toHaveLength(1)
    expect(JSON.parse(changed[0]!)).toMatchObject({
      ...{ id: 'pays', tag: 'rebuttal', quote: ['The tram line pays'], claim: 'pays', confidence: 0.5 },
      attributes: { certainty: 'high', score: -1.5, quoted: false },
    })
  })

  it('keeps what nobody touched of the attributes where one is changed', async () => {
    const lines = await edited('Ada/Statement.ann', (content) =>
      content.replace(/^(A\d\tcertainty T1) high$/m, '$1 low'),
    )
    const changed = changedLines(lines).map((line) => JSON.parse(line))
    expect(changed.filter(({ type }) => type === 'annotation')).toMatchObject([
      { id: 'pays', attributes: { certainty: 'low', score: -1.5, quoted: false } },
    ])
  })

  it('has nothing changed where attributes stand in another order', async () => {
    const attributes = new Map<string, string | boolean>([
      ['certainty', 'high'],
      ['quoted', true],
    ])
    const one = { ...tram, annotations: tram.annotations.map((each) => ({ ...each, attributes })) }
    const arriving = await throughFiles('brat', one, async (path) => {
      const at = join(path, 'Ada/Statement.ann')
      const lines = (await readFile(at, 'utf8')).trimEnd().split('\n')
      expect(lines).toEqual(expect.arrayContaining(['A1\tcertainty T1 high', 'A2\tquoted T1']))
      await writeFile(at, `${lines.reverse().join('\n')}\n`)
    })
    expect(arriving.edits.get('annotation')).toEqual(new Map())
    expect(arriving.untouched.get('annotation')).toEqual(new Set(tram.annotations.map(({ id }) => id)))
    expect(linesOf(asDataset(arriving))).toEqual(linesOf(one))
  })

  it('lacks what was taken away, and the links that ended there', async () => {
    const lines = await edited('Ben/Answer; or not.ann', () => '')
    expect(changedLines(lines)).toEqual([])
    const gone = linesOf(tram).filter((line) => !lines.includes(line))
    expect(gone.map((line) => JSON.parse(line).id)).toEqual(['bus', 'l2', 'm2'])
  })

  it('has what was added under an id that is told to be foreign', async () => {
    const lines = await edited(
      'Ada/Statement.ann',
      (content) => `${content}T9\tClaim 38 40\tIt\nR1\trebuts Arg1:T9 Arg2:T1\n`,
    )
    expect(changedLines(lines).map((line) => JSON.parse(line))).toMatchObject([
      { id: 'Ada/Statement#T9', tag: 'claim', annotator: 'ada', document: 'statement' },
      {
        id: 'Ada/Statement#R1',
        linkType: 'rebuts',
        source: { annotation: 'Ada/Statement#T9' },
        target: { annotation: 'pays' },
      },
    ])
  })
})
