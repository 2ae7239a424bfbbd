import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Repositories } from '../../../db/repositories/index.ts'
import type { ExportChoice } from '../../../preload/contract/exchange.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import type { ReadingCopy, ReadingCopyOptions } from '../../../preload/contract/reading-copy.ts'
import { fontsUrl } from '../../app/page.ts'
import { noPages } from '../../pages-elsewhere.ts'
import { fileNamesFor } from '../file-names.ts'
import type { WrittenFormat } from '../formats/written-format.ts'
import { mustGoOn, type Target, writeFilePieces } from '../target.ts'
import type { WritingOptions } from '../writing-options.ts'
import { writeDocx } from './docx/write-docx.ts'
import { type ReadingFormat, readingFormats } from './formats.ts'
import { lossesOf } from './losses.ts'
import type { Material } from './material.ts'
import { readMaterial } from './read-material.ts'
import { makeReadingCopy } from './reading-copy.ts'
import { severalCopies, severalForPaper } from './several.ts'

const everything: ReadingCopyOptions = {
  ...{ annotations: true, details: true, notes: true, links: true, legend: true },
  ...{ placement: 'beside', tagIds: null },
}

type Choice = Pick<ExportChoice, 'documentIds' | 'annotatorIds' | 'reading' | 'paper'>

/**
 * Copies for reading of the chosen documents as a format of an export. They are read from the project itself: what
 * they say of links has the other ends also where those are in documents that are not chosen.
 */
export function readingFormatNamed(
  name: string,
  repositories: Repositories,
  choice: Choice,
): WrittenFormat | null {
  const format = readingFormats.find((one) => one.name === name)
  if (!format) return null
  return {
    ...format,
    endings: [...format.endings],
    cannotHold: [...format.cannotHold],
    losses: ({ annotations }) =>
      lossesOf(repositories, annotations, choice.annotatorIds, choice.reading ?? everything),
    targets: (_, to, options) => [targetFor(format, to, reading(repositories, choice, options))],
  }
}

interface Reading {
  options: ReadingCopyOptions
  project: string
  tags: ReturnType<Repositories['tags']['listByPosition']>
  documents: readonly { id: DocumentId; title: string; date: string }[]
  /** Tells how far it is, and fails with `cancelled` when stopped. */
  read(id: DocumentId): Material
  writePages(path: string, copy: ReadingCopy): Promise<void>
}

function reading(
  repositories: Repositories,
  { documentIds, annotatorIds, reading: options = everything, paper = 'A4' }: Choice,
  { signal, progress, setPages = noPages }: WritingOptions,
): Reading {
  const { documents, project, tags } = repositories
  const chosen = documentIds === null ? null : new Set(documentIds)
  const all = documents.list().filter(({ id }) => chosen?.has(id) ?? true)
  let done = 0
  return {
    options,
    project: project.get().name,
    tags: tags.listByPosition(),
    documents: all.map(({ id, title, metadata }) => ({ id, title, date: metadata.date ?? '' })),
    read(id) {
      mustGoOn(signal)
      const material = readMaterial(repositories, id, { annotatorIds, tagIds: options.tagIds })
      progress(++done, all.length)
      return material
    },
    async writePages(path, copy) {
      if (done === all.length) progress(0, 0, 'Setting the pages')
      await writeFile(path, await setPages(copy, paper, signal), { flag: 'wx', flush: true })
    },
  }
}

function* readAll({ documents, read }: Reading): Generator<Material> {
  for (const { id } of documents) yield read(id)
}

function targetFor({ makes, endings: [ending] }: ReadingFormat, to: string, all: Reading): Target {
  const { options } = all
  const writeOne = async (path: string, id: DocumentId) => {
    const material = all.read(id)
    const { title, language } = material
    if (ending === 'docx')
      await writeDocx(
        path,
        { title, language, documents: [{ title, date: '' }], materials: [material] },
        options,
      )
    else if (ending === 'pdf') await all.writePages(path, makeReadingCopy(material, options, fontsUrl))
    else await writeFilePieces(path, [makeReadingCopy(material, options, null).html])
  }
  const writeSeveral = async (path: string) => {
    const { project, tags, documents } = all
    const materials = readAll(all)
    if (ending === 'docx')
      await writeDocx(path, { title: project, language: '', documents, materials }, options)
    else {
      const several = { title: project, tags, documents, materials }
      if (ending === 'pdf')
        await all.writePages(path, severalForPaper({ ...several, fonts: fontsUrl }, options))
      else await writeFilePieces(path, severalCopies({ ...several, fonts: null }, options))
    }
  }
  if (makes === 'file') {
    return {
      to,
      makes,
      async write(path) {
        const [first, ...others] = all.documents
        if (first && others.length === 0) await writeOne(path, first.id)
        else await writeSeveral(path)
        return ['']
      },
    }
  }
  return {
    to,
    makes,
    isOurs: (name) => name.endsWith(`.${ending}`),
    async write(folder) {
      const names = fileNamesFor(
        all.documents.map(({ title }) => title),
        'document',
      ).map((name) => `${name}.${ending}`)
      await mkdir(folder)
      for (const [i, { id }] of all.documents.entries()) await writeOne(join(folder, names[i]!), id)
      return names
    },
  }
}
