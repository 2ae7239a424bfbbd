import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Repositories } from '../../db/repositories/index.ts'
import type { ExportChoice, ExportReport, Format, Loss } from '../../preload/contract/exchange.ts'
import { Failure } from '../../preload/contract/failure.ts'
import type { OutputOf, ParsedOf } from '../../preload/contract/index.ts'
import type { Task } from '../project-context.ts'
import { formats, writtenFormats } from './formats/index.ts'
import type { Terms } from './formats/publication/terms.ts'
import { termsFrom } from './formats/publication/terms-from.ts'
import type { WrittenFormat } from './formats/written-format.ts'
import { isHash, isOriginalName, originalNameOf, originalsFolderOf } from './originals.ts'
import { partOf } from './part.ts'
import { type ProjectDataset, projectDataset, type ReadSteadily } from './project-dataset.ts'
import { readingFormatNamed } from './reading-copy/as-format.ts'
import { readingFormats } from './reading-copy/formats.ts'
import { mustGoOn, place, type Target } from './target.ts'
import { countUnanswered } from './unanswered.ts'
import type { WritingOptions } from './writing-options.ts'

/** What is exported. */
interface Source {
  project: {
    path: string
    repositories: Repositories
    /** Reads one state, whatever anybody changes meanwhile. */
    steadily: ReadSteadily
  }
}

/** Everything that leaves a project goes through here. */
export const exchange = {
  formats: (): Format[] => [...formats],

  preview({ project }: Source, choice: ExportChoice): OutputOf<'exchange.preview'> {
    return chosen(project, choice).contents
  },

  async write(
    { project }: Source,
    { to, replace, ...choice }: ParsedOf<'exchange.write'>,
    { signal, progress, beginning, exporting, setPages }: Task,
  ): Promise<ExportReport> {
    if (isFileOf(project.path, to)) {
      throw new Failure(
        'bad-input',
        'The dataset cannot be written over the open project: choose another name.',
      )
    }
    const { format, part, contents, terms } = chosen(project, choice)
    exporting?.(contents)
    const notes: string[] = []
    const options: WritingOptions = {
      signal,
      progress: (done, of, doing = 'Writing the dataset') => progress(done, of, doing),
      ...(terms && { terms }),
      ...(setPages && { setPages }),
      note: (sentence) => void notes.push(sentence),
    }
    const targets = format.targets(part, to, options)
    const open = { ...part, documents: part.documents.filter(({ id }) => !terms?.withheld.has(id)) }
    if (choice.withOriginals && open.documents.some(({ id }) => open.hasOriginal(id))) {
      targets.push(originalsTarget(open, to, options))
    }
    return {
      paths: await place(targets, { replace, signal, ...(beginning && { beginning }) }),
      ...contents,
      notes,
    }
  },
}

/** SQLite's own files beside the project are as bad a target as the project. */
function isFileOf(project: string, to: string): boolean {
  return ['', '-journal', '-wal', '-shm'].some((suffix) => resolve(to) === `${resolve(project)}${suffix}`)
}

function chosen({ repositories, steadily }: Source['project'], choice: ExportChoice) {
  const copies = readingFormatNamed(choice.format, repositories, choice)
  const format = copies ?? writtenFormat(choice.format)
  const { annotators, documents } = repositories
  const { part, leftOut } = partOf(projectDataset(repositories, steadily), {
    annotators: choice.annotatorIds && new Set(choice.annotatorIds.map((id) => annotators.get(id).uid)),
    documents: choice.documentIds && new Set(choice.documentIds.map((id) => documents.get(id).uid)),
  })
  const kept = keptIn(repositories, part, choice.withOriginals)
  const terms = format.asks === 'terms' ? termsFrom(repositories, part, choice.terms) : undefined
  // Links to documents that are not chosen do stand in copies for reading.
  const losses = [...(copies ? [] : leftOut), ...format.losses(part, terms), ...kept]
  return {
    format,
    part,
    terms,
    contents: { counts: countsOf(part, terms), losses, unanswered: countUnanswered(part) },
  }
}

/** Fails with `bad-input` for a format that is not written. */
function writtenFormat(name: string): WrittenFormat {
  const format = writtenFormats.find((format) => format.name === name)
  if (format) return format
  const names = [...writtenFormats, ...readingFormats].map(({ name }) => name).join(', ')
  throw new Failure('bad-input', `“${name}” is not a format that can be written; these are: ${names}.`)
}

/** What stays in the project whatever the format. */
function keptIn(repositories: Repositories, part: ProjectDataset, withOriginals: boolean): Loss[] {
  const { cueLists, dataset, dismissedCopies, intendedFindings, judgedAnswers } = repositories
  const { savedLists, savedSearches, toldApart } = repositories
  const ids = part.documents.map(({ id }) => id)
  return [
    { what: 'steps of the history', count: dataset.countSteps() },
    {
      what: 'earlier revisions of texts',
      count: ids.reduce((sum, id) => sum + part.earlierRevisionsOf(id), 0),
    },
    { what: 'earlier definitions of tags', count: dataset.countTagVersions() },
    { what: 'dismissed answers', count: judgedAnswers.count() },
    { what: 'dismissed copies', count: dismissedCopies.count() },
    { what: 'pairs of speakers told apart', count: toldApart.list().length },
    { what: 'lists of cue words', count: cueLists.count() },
    { what: 'saved searches', count: savedSearches.list().length },
    { what: 'saved work lists', count: savedLists.list().length },
    { what: 'findings that were judged as intended', count: intendedFindings.count() },
    { what: 'imported files', count: withOriginals ? 0 : ids.filter((id) => part.hasOriginal(id)).length },
  ].filter(({ count }) => count > 0)
}

/** What is published has no memos. */
function countsOf(part: ProjectDataset, terms: Terms | undefined): Record<string, number> {
  const { annotators, speakers, tags, linkTypes, documents, claims, annotations, links, memos } = part
  return {
    documents: documents.length,
    annotations: annotations.length,
    claims: claims.length,
    links: links.length,
    tags: tags.length,
    'link types': linkTypes.length,
    annotators: annotators.length,
    speakers: speakers.length,
    ...(!terms && { memos: memos.length }),
  }
}

/** The imported files of the part, each once, in a folder beside the dataset. */
function originalsTarget(part: ProjectDataset, dataset: string, { signal }: WritingOptions): Target {
  return {
    to: originalsFolderOf(resolve(dataset)),
    makes: 'folder',
    isOurs: isOriginalName,
    async write(folder) {
      await mkdir(folder)
      const names = new Map<string, string>()
      for (const { id, source } of part.documents) {
        mustGoOn(signal)
        const bytes = isHash(source.sha256) && !names.has(source.sha256) && part.originalOf(id)
        if (!bytes) continue
        names.set(source.sha256, originalNameOf(source))
        await writeFile(join(folder, originalNameOf(source)), bytes, { flag: 'wx', flush: true })
      }
      return [...names.values()]
    },
  }
}
