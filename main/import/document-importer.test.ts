import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createProject } from '../../db/create-project.ts'
import type { OpenProject } from '../../db/open-project.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import { documentImporter } from './document-importer.ts'
import { DocumentParser } from './document-parser.ts'

const parser = new DocumentParser()
afterAll(() => parser.close())

let place: string
let project: OpenProject
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'rejoinder-importer-'))
  project = createProject(join(place, 'tram.rejoinder'))
})
afterEach(async () => {
  project.close()
  await rm(place, { recursive: true })
})

function importing(
  paths: string[],
  again = false,
  progress: (done: number) => void = () => {},
  by: DocumentParser = parser,
) {
  const context = { project, annotator: () => expect.unreachable('an import of texts needs no annotator') }
  const importDocuments = documentImporter(by, () => expect.unreachable('no exchange file is imported here'))
  const task = { signal: new AbortController().signal, progress }
  return importDocuments(context, { task: 'test', paths, format: null, encoding: null, again }, task)
}

test('keeps with a text what was left out of its file, through undo and redo, and says nothing of one that is whole', async () => {
  const paths = [join(place, 'letter.md'), join(place, 'note.txt')]
  await writeFile(paths[0]!, 'The tram pays.\n\n![The tram](tram.png)\n')
  await writeFile(paths[1]!, 'The ferry sails.\n')
  const { files } = await importing(paths)
  const told = files.map(({ notes }) => notes)
  expect(told).toEqual([[expect.stringMatching(/^Left out: 1 picture/)], []])
  const { documents } = project.repositories
  const kept = () => documents.ids().map((id) => documents.remarks(id))
  expect(kept()).toEqual(told)
  project.history.undo()
  project.history.redo()
  expect(kept()).toEqual(told)
})

const recordASpeaker = () =>
  project.history.record('a speaker', () =>
    project.repositories.speakers.insert({ uid: 's', name: 'Ada', kind: 'person', variants: [] }),
  )

test('puts texts into the project with their structure and their original bytes', async () => {
  const bytes = Buffer.from(
    '<html lang=de><title>Straßenbahn 🚋</title><h1>Die Bahn</h1><p>Sie <em>lohnt</em> sich.',
  )
  const path = join(place, 'bahn.html')
  await writeFile(path, bytes)
  const { files } = await importing([path])

  const id = files[0]?.documentIds[0] as DocumentId
  const { documents } = project.repositories
  expect(documents.get(id)).toMatchObject({
    title: 'Straßenbahn 🚋',
    metadata: { language: 'de' },
    status: 'to-do',
    source: { name: 'bahn.html', mediaType: 'text/html' },
  })
  expect(documents.text(id)).toMatchObject({
    text: 'Die Bahn\nSie lohnt sich.',
    blocks: [
      { kind: 'heading', level: 1, start: 0, end: 8 },
      { kind: 'paragraph', start: 9, end: 24 },
    ],
    marks: [{ kind: 'em', start: 13, end: 18 }],
  })
  expect(documents.original(id)).toEqual(bytes)
})

test('makes one step of all files, whatever fails among them', async () => {
  for (let i = 1; i <= 3; i++) await writeFile(join(place, `${i}.txt`), `Tram ${i}`)
  await writeFile(join(place, '2.pdf'), '%PDF-1.4')
  const { files } = await importing([place])
  expect(
    files
      .filter(({ outcome }) => outcome === 'imported' || outcome === 'failed')
      .map(({ name }) => name.slice(-5)),
  ).toEqual(['1.txt', '2.pdf', '2.txt', '3.txt', expect.stringContaining(place.slice(-5))])
  const { documents } = project.repositories
  expect(project.history.state().undo).toBe('import 3 documents')
  project.history.undo()
  expect(documents.count()).toBe(0)
  project.history.redo()
  expect(documents.list().map(({ title }) => title)).toEqual(['Tram 1', 'Tram 2', 'Tram 3'])
})

test('is not undone by half: while files come in their step stays, and is told of', async () => {
  for (let i = 1; i <= 60; i++) await writeFile(join(place, `${i}.txt`), `Tram ${i}`)
  const { documents } = project.repositories
  const refused: string[] = []
  let label: string | null = null
  await importing([place], false, () => {
    const some = documents.count()
    if (some === 0 || some === 60) return
    label ??= project.history.state().undo
    try {
      project.history.undo()
    } catch (error) {
      refused.push(String(error))
    }
  })
  expect(refused[0]).toBe(
    `Failure: Nothing was undone: “${label}” is still under way. Cancel it, or undo it when it has ended.`,
  )
  expect(documents.count()).toBe(60)
  project.history.undo()
  expect(documents.count()).toBe(0)
})

test('stays one step, and whole, where something was done in between and undone', async () => {
  for (let i = 1; i <= 110; i++) await writeFile(join(place, `${i}.txt`), `Tram ${i}`)
  const { documents } = project.repositories
  const told: unknown[] = []
  await importing([place], false, () => {
    const some = documents.count()
    if (some === 0 || told.length > 0) return
    recordASpeaker()
    told.push(project.history.undo()?.label)
    try {
      told.push(project.history.undo()?.label)
    } catch (error) {
      told.push(String(error))
    }
    told.push(documents.count() === some)
  })
  expect(told).toEqual(['a speaker', expect.stringContaining('still under way'), true])
  expect(project.history.state()).toEqual({ undo: 'import 110 documents', redo: null })
  project.history.undo()
  expect(documents.count()).toBe(0)
})

test('calls what comes in after something else was done by its own number', async () => {
  for (let i = 1; i <= 110; i++) await writeFile(join(place, `${i}.txt`), `Tram ${i}`)
  let some = 0
  const { documents } = project.repositories
  await importing([place], false, () => {
    if (documents.count() === 0 || some > 0) return
    some = documents.count()
    recordASpeaker()
  })
  const [all, undone] = [documents.count(), project.history.undo()?.label]
  expect(all).toBe(110)
  expect(undone).toBe(`import ${all - documents.count()} documents`)
  expect(documents.count()).toBe(some)
})

test('can be undone after what nobody foresaw ended it in its last batch', async () => {
  for (let i = 1; i <= 51; i++) await writeFile(join(place, `${i}.txt`), `Tram ${i}`)
  const { documents } = project.repositories
  const broken = vi.spyOn(documents, 'insert')
  const imported = importing([place], false, (done) => {
    if (done === 50)
      broken.mockImplementation(() => {
        throw new TypeError('unforeseen')
      })
  })
  await expect(imported).rejects.toThrow('unforeseen')
  expect(documents.count()).toBeGreaterThan(0)
  project.history.undo()
  expect(documents.count()).toBe(0)
})

test('takes the number of words from the thread that reads, and does not count once more', async () => {
  const path = join(place, 'a.txt')
  await writeFile(path, 'The tram pays')
  class Miscounting extends DocumentParser {
    override async parse(...task: Parameters<DocumentParser['parse']>) {
      const { documents, reading } = await super.parse(...task)
      expect(documents.map(({ words }) => words)).toEqual([3])
      return { documents: documents.map((one) => ({ ...one, words: 7 })), reading }
    }
  }
  const miscounting = new Miscounting()
  await importing([path], false, () => {}, miscounting)
  await miscounting.close()
  expect(project.repositories.documentHeads.list()).toMatchObject([{ words: 7 }])
})

test('knows a file by its bytes, also after its document was deleted and brought back', async () => {
  const path = join(place, 'a.txt')
  await writeFile(path, 'Tram')
  const { documents } = project.repositories
  const first = (await importing([path])).files[0]?.documentIds[0] as DocumentId
  expect((await importing([path])).files).toMatchObject([{ outcome: 'already-there', documentIds: [first] }])
  project.history.record('delete it', () => documents.delete(first))
  expect((await importing([path])).files).toMatchObject([{ outcome: 'imported' }])
  expect((await importing([path], true)).files).toMatchObject([{ outcome: 'imported' }])
})
