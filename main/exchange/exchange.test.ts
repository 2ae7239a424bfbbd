import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createProjectInMemory } from '../../db/create-project.ts'
import { documentImporter } from '../import/document-importer.ts'
import { DocumentParser } from '../import/document-parser.ts'
import { createSession, type Session } from '../session.ts'
import { exchangeInThread } from './export-thread/export-in-thread.ts'
import { formats } from './formats/index.ts'
import { importExchangeFile } from './formats/rejoinder-jsonl/import-file.ts'
import { exchangeLines } from './formats/rejoinder-jsonl/lines.ts'
import { tram } from './testing/tram.ts'

vi.setConfig({ testTimeout: 60_000 })

let folder = ''
const sessions: Session[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rejoinder-exchange-'))
})
afterEach(async () => {
  for (const session of sessions.splice(0)) await session.close()
  rmSync(folder, { recursive: true })
})

function open(): Session {
  const session = createSession({
    project: createProjectInMemory(),
    who: { uid: null, name: 'Ada' },
    importDocuments: documentImporter(new DocumentParser(), importExchangeFile),
    openDesk: () => expect.unreachable('nothing is laid out here'),
    exchange: exchangeInThread,
  })
  sessions.push(session)
  return session
}

const tramFile = [...exchangeLines(tram)].map((line) => `${line}\n`).join('')

async function bringIn(session: Session, ...paths: string[]) {
  const request = { task: 'import', paths, format: null, encoding: null, again: false }
  return (await session.handlers.document.import(request)).files
}

async function openTram(): Promise<Session> {
  const session = open()
  const path = join(folder, 'in.jsonl')
  writeFileSync(path, tramFile)
  await bringIn(session, path)
  return session
}

const everything = {
  annotatorIds: null,
  documentIds: null,
  withOriginals: false,
  replace: false,
  task: 'export',
}
const write = (
  session: Session,
  to: string,
  given: Partial<Parameters<Session['handlers']['exchange']['write']>[0]> = {},
) =>
  session.handlers.exchange.write({
    ...everything,
    format: 'rejoinder-jsonl',
    to: join(folder, to),
    ...given,
  })

describe('export', () => {
  it('writes the file that was imported, byte for byte, and leaves nothing beside it', async () => {
    const session = await openTram()
    const { paths, counts } = await write(session, 'out.jsonl')
    expect(paths).toEqual([join(folder, 'out.jsonl')])
    expect(readFileSync(paths[0]!, 'utf8')).toBe(tramFile)
    expect(counts).toMatchObject({ documents: 2, annotations: 4, links: 4, claims: 3, 'link types': 2 })
    expect(readdirSync(folder).sort()).toEqual(['in.jsonl', 'out.jsonl'])
  })

  it('writes only the work of one annotator, and says which links that cuts', async () => {
    const session = await openTram()
    const ben = (await session.handlers.annotator.list()).find(({ name }) => name === 'Ben')!.id
    const choice = { format: 'rejoinder-jsonl', annotatorIds: [ben], documentIds: null, withOriginals: false }
    const preview = await session.handlers.exchange.preview(choice)
    expect(preview.counts).toMatchObject({ annotations: 2, links: 0, memos: 0 })
    expect(preview.losses).toContainEqual({
      what: 'links whose other end is outside the chosen part',
      count: 1,
    })
    const { paths, notes, ...contents } = await write(session, 'ben.jsonl', choice)
    expect(contents).toEqual(preview)
    expect(notes).toEqual([])
    expect((await bringIn(open(), paths[0]!))[0]).toMatchObject({ outcome: 'imported', problem: '' })
  })

  it('does not write over a file unless it is told to', async () => {
    const session = await openTram()
    writeFileSync(join(folder, 'out.jsonl'), 'precious')
    await expect(write(session, 'out.jsonl')).rejects.toMatchObject({ code: 'target-exists' })
    expect(readFileSync(join(folder, 'out.jsonl'), 'utf8')).toBe('precious')
    await write(session, 'out.jsonl', { replace: true })
    expect(readFileSync(join(folder, 'out.jsonl'), 'utf8')).toBe(tramFile)
  })

  it('replaces a folder only when there is nothing in it but an earlier export', async () => {
    const session = await openTram()
    await write(session, 'tables', { format: 'csv' })
    await expect(write(session, 'tables', { format: 'csv' })).rejects.toMatchObject({ code: 'target-exists' })
    await write(session, 'tables', { format: 'csv', replace: true })
    expect(readdirSync(folder).sort()).toEqual(['in.jsonl', 'tables'])

    writeFileSync(join(folder, 'tables', 'thesis.docx'), 'precious')
    await expect(write(session, 'tables', { format: 'csv', replace: true })).rejects.toThrow(
      '“tables” holds “thesis.docx”, which no export has put there',
    )
    expect(readFileSync(join(folder, 'tables', 'thesis.docx'), 'utf8')).toBe('precious')
  })

  it('replaces what lies beside a file only when an earlier export has put it there', async () => {
    const session = await openTram()
    const [main, links] = ['out.doccano.jsonl', 'out.doccano.jsonl.links.jsonl']
    await write(session, main, { format: 'doccano' })
    await write(session, main, { format: 'doccano', replace: true })
    expect(readdirSync(folder)).toContain(links)

    writeFileSync(join(folder, links), tramFile)
    rmSync(join(folder, `${main}.loss.json`))
    await expect(write(session, main, { format: 'doccano', replace: true })).rejects.toThrow(
      `“${links}” would be replaced too, which no export has put there`,
    )
    expect(readFileSync(join(folder, links), 'utf8')).toBe(tramFile)
  })

  it('refuses a folder that is not there, a folder in the place of a file, and an unknown format', async () => {
    const session = await openTram()
    await expect(write(session, 'nowhere/out.jsonl')).rejects.toMatchObject({ code: 'disk' })
    mkdirSync(join(folder, 'out.jsonl'))
    await expect(write(session, 'out.jsonl', { replace: true })).rejects.toMatchObject({
      code: 'target-exists',
    })
    await expect(write(session, 'out.txt', { format: 'txt' })).rejects.toMatchObject({ code: 'bad-input' })
  })

  it('can be stopped, and leaves nothing', async () => {
    const session = await openTram()
    const running = write(session, 'out.jsonl')
    session.cancel('export')
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(folder)).toEqual(['in.jsonl'])
  })

  it('puts the imported files beside the dataset, and reading brings them back', async () => {
    const session = open()
    writeFileSync(join(folder, 'news?.txt'), 'The tram line pays.')
    writeFileSync(join(folder, 'copy.txt'), 'The tram line pays.')
    await bringIn(session, join(folder, 'news?.txt'))
    const sha256 = createHash('sha256').update('The tram line pays.').digest('hex')
    const { losses } = await write(session, 'bare.jsonl')
    expect(losses).toContainEqual({ what: 'imported files', count: 1 })

    const { paths } = await write(session, 'full.rejoinder.jsonl', { withOriginals: true })
    expect(paths).toEqual([
      join(folder, 'full.rejoinder.jsonl'),
      join(folder, 'full-originals', `${sha256}-news_.txt`),
    ])
    expect(readFileSync(paths[1]!, 'utf8')).toBe('The tram line pays.')

    const other = open()
    await bringIn(other, paths[0]!)
    const [document] = await other.handlers.document.list()
    const original = other.context.project.repositories.documents.original(document!.id)
    expect(Buffer.from(original!).toString()).toBe('The tram line pays.')
    await write(other, 'again.jsonl', { withOriginals: true })
    expect(readFileSync(join(folder, 'again.jsonl'), 'utf8')).toBe(readFileSync(paths[0]!, 'utf8'))
    expect(existsSync(join(folder, 'again-originals', `${sha256}-news_.txt`))).toBe(true)

    writeFileSync(paths[1]!, 'something else')
    const [told] = await bringIn(open(), paths[0]!)
    expect(told!.notes[0]).toContain('these originals are not the files they are named after')
  })
})

describe('import of an exchange file', () => {
  it('is refused as a whole, with the line, and leaves the project as it was', async () => {
    const session = open()
    const path = join(folder, 'broken.jsonl')
    writeFileSync(path, tramFile.replace('"quote":["The tram line pays', '"quote":["The train line pays'))
    const line = tramFile.split('\n').findIndex((text) => text.includes('"quote":["The tram')) + 1
    const [file] = await bringIn(session, path)
    expect(file).toMatchObject({ outcome: 'failed', line })
    expect(file!.problem).toContain(`Line ${line}: "quote[0]" is "The train line pays for itself"`)
    expect(await session.handlers.history.state()).toEqual({ undo: null, redo: null })
    expect((await session.handlers.project.info()).name).toBe('Untitled')
  })

  it('is one step to undo, together with the texts of the same import', async () => {
    const session = open()
    const [text, file] = [join(folder, 'a.txt'), join(folder, 'b.jsonl')]
    writeFileSync(text, 'A text of our own.')
    writeFileSync(file, tramFile)
    await bringIn(session, text, file)
    expect((await session.handlers.document.list()).length).toBe(3)
    await session.handlers.history.undo()
    expect(await session.handlers.document.list()).toEqual([])
    await session.handlers.history.redo()
    expect((await session.handlers.document.list()).length).toBe(3)
  })

  it('tells what was there already', async () => {
    const session = await openTram()
    const [file] = await bringIn(session, join(folder, 'in.jsonl'))
    expect(file!.notes).toEqual([
      'In the project already, and left as they were: 2 annotators, 2 speakers, 2 tags, 2 link types, 2 documents, 3 claims, 4 annotations, 4 links, 3 memos.',
    ])
    expect(file!.documentIds).toEqual([])
  })
})

describe('the list of formats', () => {
  it('has each name once, and for each what it cannot hold', () => {
    const names = formats.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)])
    expect(names).toEqual(expect.arrayContaining(['rejoinder-jsonl', 'csv', 'brat', 'txt', 'md', 'html']))
    for (const { cannotHold, reads, writes } of formats) {
      expect(cannotHold.length).toBeGreaterThan(0)
      expect(reads || writes).toBe(true)
    }
  })
})
