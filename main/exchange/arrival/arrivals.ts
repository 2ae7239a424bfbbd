import { existsSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Repositories } from '../../../db/repositories/index.ts'
import { isUntouched } from '../../../db/standard-codebook.ts'
import type { BroughtIn, Found } from '../../../preload/contract/annotation-import.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { OutputOf, ParsedOf } from '../../../preload/contract/index.ts'
import { endingOf } from '../../import/formats.ts'
import type { ProjectContext, Task } from '../../project-context.ts'
import { annotationFormats } from '../formats/index.ts'
import type { Arriving } from '../sidecar/arriving.ts'
import { lossFile } from '../sidecar/write-sidecar.ts'
import { bringIn, datasetOf, type Mapping } from './bring-in.ts'
import { describeDifferences } from './describe-differences.ts'
import { comparing } from './differences.ts'
import { refuseLong } from './handed-over.ts'
import { takenAway } from './kinds-in-words.ts'
import { type Match, matchDocuments } from './match-documents.ts'
import { newcomersOf } from './newcomers.ts'
import { isExchangeFile, isOwnFile, ownFormat, readOwnFile } from './own-file.ts'
import { ownRecords } from './own-records.ts'
import { withParsedBeside } from './parsed-beside.ts'
import { type Placed, type Places, placed, placing } from './places.ts'
import { isPromising } from './promising.ts'
import { readInThread, recognisingThread } from './read-in-thread.ts'
import { inSlices } from './slices.ts'
import { countThereAlready } from './there-already.ts'
import { type Coming, doubtsAbout, whatComes } from './what-comes.ts'

/** As long as it may take to read the next of several, and then some. */
const longestPauseMs = 600_000

/** What is read and not yet brought in: one at a time, since it may be large. */
export interface Arrivals {
  recognise(paths: readonly string[], task: Task): Promise<OutputOf<'annotationImport.recognise'>>
  read(request: ParsedOf<'annotationImport.read'>, task: Task): Promise<Found>
  bring(request: ParsedOf<'annotationImport.bring'>, task: Task): Promise<BroughtIn>
  close(reading: string): void
}

export function arrivalsOf(context: ProjectContext, me: () => string): Arrivals {
  const { project } = context
  const { repositories, path } = project
  const refused = [path, `${path}-journal`, `${path}-wal`, `${path}-shm`]
  let current: {
    reading: string
    name: string
    arriving: Arriving
    places: Places
    found: Found
    close(): void
  } | null = null
  let count = 0
  /** How many are in the step that was made last. */
  let joined = 0

  const putAway = (): void => {
    current?.close()
    current = null
  }

  async function find(
    arriving: Arriving,
    { name, beside }: Pick<Found, 'name' | 'beside'>,
    signal: AbortSignal,
  ) {
    const matches = matchDocuments(repositories, arriving)
    const places = await inSlices(placing(context, arriving, matches), signal)
    const here = placed(places)
    if (!arriving.isOurs) refuseLong(here.annotations)
    const finding = foundIn(context, arriving, matches, here, {
      reading: `reading-${++count}`,
      ...{ name, beside },
      me: me(),
    })
    const found = await inSlices(finding, signal)
    return { reading: found.reading, name: found.name, places, found }
  }

  return {
    async recognise(paths, { signal, progress }) {
      const thread = recognisingThread(refused, signal)
      try {
        const recognised: { path: string; format: string }[] = []
        for (const [index, path] of paths.entries()) {
          // Of a single folder or file there is nothing to count.
          progress(index, paths.length > 1 ? paths.length : 0, 'Looking at the files')
          const formats = (await isOwnFile(path, refused, repositories))
            ? [ownFormat]
            : (await isPromising(path, refused))
              ? await thread.formatsOf(path)
              : []
          if (signal.aborted) throw new Failure('cancelled', 'The import was stopped.')
          recognised.push(...formats.map((format) => ({ path, format })))
        }
        return joinedByFolder(recognised)
      } finally {
        await thread.end()
      }
    },

    async read({ path, format, together, beside: others, mostDoubts }, { signal, progress }) {
      putAway()
      const told = (done: number, of: number): void => progress(done, of, 'Reading the annotations')
      // Of several with one name the first is taken: that of the same folder, where there is one.
      const isNear = (one: string): boolean => dirname(one) === dirname(path)
      const beside = [...together, ...others.filter(isNear), ...others.filter((one) => !isNear(one))]
      const isOwn = format === ownFormat || (format === null && (await isExchangeFile(path, refused)))
      const { arriving, close } = isOwn
        ? await readOwnFile(path, { signal, progress: told })
        : await readInThread(path, {
            ...{ format, refused, signal, progress: told },
            beside,
          })
      try {
        const byName = new Map(beside.toReversed().map((one) => [basename(one), one]))
        const read = (arriving.beside ?? []).flatMap((name) => byName.get(name) ?? [])
        const free = others.filter((one) => !read.includes(one))
        const ownTexts = read.filter((one) => !together.includes(one))
        const { arriving: whole, used } = await withParsedBeside(arriving, free, { refused, signal })
        const name = nameOf(path, together.length)
        const found = await find(whole, { name, beside: [...ownTexts, ...used] }, signal)
        current = { ...found, arriving: whole, close }
        return withFewDoubts(found.found, mostDoubts)
      } catch (error) {
        close()
        throw error
      }
    },

    async bring({ reading, together, taking, leaveOut, mostDoubts, ...choices }, task) {
      if (current?.reading !== reading) {
        throw new Failure('not-found', 'These annotations were put away: import them again.')
      }
      const { arriving, places, name, found } = current
      const mapping = (repositories: Repositories) => mappingsOf(repositories, found, choices)
      const joins = together === '' ? undefined : { key: `annotations ${together}`, withinMs: longestPauseMs }
      const sets = joins && project.history.wouldJoin(joins) ? joined + 1 : 1
      const label = sets === 1 ? `import ${name}` : `import ${sets} sets of annotations`
      const report = await bringIn(
        context,
        { arriving, places, mapping, label, joins, taking, leaveOut },
        task,
      )
      joined = sets
      putAway()
      return withFewDoubts(report, mostDoubts)
    },

    close(reading) {
      if (current?.reading === reading) putAway()
    },
  }
}

function withFewDoubts<T extends Pick<Found, 'doubts'>>(told: T, most: number | null): T {
  const { length } = told.doubts
  if (most === null || length <= most) return told
  return { ...told, doubts: told.doubts.slice(0, most), moreDoubts: length - most }
}

const nameOf = (path: string, others: number): string =>
  others === 0 ? basename(path) : `${basename(path)} and ${others} more`

/** Files of one folder and format that belong together are one thing, which the first of them stands for. */
function joinedByFolder(
  recognised: readonly { path: string; format: string }[],
): OutputOf<'annotationImport.recognise'> {
  const firsts = new Map<string, { path: string; format: string; together: string[] }>()
  return recognised.flatMap(({ path, format }) => {
    const one = { path, format, together: [] as string[] }
    const { reader, endings } = annotationFormats.find(({ name }) => name === format) ?? {}
    const isOfMany =
      reader?.readsFolders && (reader.sharedEndings ?? endings)!.includes(endingOf(basename(path)))
    if (!isOfMany || !isLooseFile(path)) return [one]
    const key = JSON.stringify([dirname(path), format])
    const first = firsts.get(key)
    if (first) first.together.push(path)
    else firsts.set(key, one)
    return first ? [] : [one]
  })
}

/** No folder, and nothing that holds several files itself or has a sidecar of its own. */
const isLooseFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() === true &&
  endingOf(basename(path)) !== 'zip' &&
  !existsSync(`${path}.${lossFile}`)

type Newcomers = Pick<Found, 'tags' | 'linkTypes' | 'annotators'>
type Chosen = Record<keyof Newcomers, Readonly<Record<string, string | null>>>

function mappingsOf(
  { annotators, linkTypes, tags }: Repositories,
  found: Newcomers,
  chosen: Chosen,
): Mapping {
  return {
    tag: mappingOf(found.tags, chosen.tags, tags.list(), 'tag'),
    link_type: mappingOf(found.linkTypes, chosen.linkTypes, linkTypes.list(), 'link type'),
    annotator: mappingOf(found.annotators, chosen.annotators, annotators.list(), 'annotator'),
  }
}

/** Where nothing is said of a newcomer, it is the one that it likely is. */
function mappingOf(
  newcomers: Found['tags'],
  chosen: Readonly<Record<string, string | null>>,
  own: readonly { uid: string }[],
  what: string,
): Map<string, string> {
  const uids = new Set(own.map(({ uid }) => uid))
  const mapping = new Map<string, string>()
  for (const { id, same } of newcomers) {
    const uid = Object.hasOwn(chosen, id) ? chosen[id] : same
    if (uid === null || uid === undefined) continue
    if (!uids.has(uid))
      throw new Failure('not-found', `The ${what} that was chosen is not in the project any more.`)
    mapping.set(id, uid)
  }
  return mapping
}

/** It pauses where it takes long. */
function* foundIn(
  context: ProjectContext,
  arriving: Arriving,
  matches: ReadonlyMap<string, Match>,
  { leftOut, doubts, annotations }: Placed,
  { reading, name, beside, me }: Pick<Found, 'reading' | 'name' | 'beside'> & { me: string },
): Generator<void, Found> {
  const { repositories } = context.project
  const isWhole = arriving.isOurs && isUntouched(repositories)
  const documents = { new: 0, same: 0, changed: 0, missing: 0 }
  for (const { as } of matches.values()) documents[as] += 1
  const coming = yield* whatComes(arriving, matches, annotations)
  const newcomers = newcomersOf(repositories, { ...coming, foreign: arriving.foreign }, me)
  const mapping = mappingsOf(repositories, newcomers, { tags: {}, linkTypes: {}, annotators: {} })
  const { comparison, thereAlready } = isWhole
    ? { comparison: null, thereAlready: 0 }
    : yield* heldAgainst(context, arriving, matches, mapping, coming, me)
  const ownId = <T extends { id: string; same: string | null }>(one: T): T => ({ ...one, same: null })
  return {
    ...{ reading, name, beside, format: arriving.format, isWhole, documents },
    counts: {
      documents: arriving.documents.length - documents.missing,
      annotations: annotations.length,
      links: coming.links.length,
      claims: arriving.claims.length,
      memos: coming.memos.length,
    },
    tags: isWhole ? newcomers.tags.map(ownId) : newcomers.tags,
    linkTypes: isWhole ? newcomers.linkTypes.map(ownId) : newcomers.linkTypes,
    annotators: isWhole ? newcomers.annotators.map(ownId) : newcomers.annotators,
    ...{ comparison, thereAlready },
    leftOut: [...arriving.leftOut, ...leftOut, ...coming.leftOut, ...(comparison ? [] : takenAway(arriving))],
    unread: arriving.unread,
    doubts: [...doubtsAbout(arriving, coming), ...doubts],
  }
}

/** As long as the newcomers are what they likely are. No comparison where nothing of the project comes back. */
function* heldAgainst(
  context: ProjectContext,
  arriving: Arriving,
  matches: ReadonlyMap<string, Match>,
  mapping: Mapping,
  coming: Coming,
  me: string,
): Generator<void, Pick<Found, 'comparison' | 'thereAlready'>> {
  const { repositories } = context.project
  const own = ownRecords(repositories)
  yield
  const { dataset } = yield* datasetOf(context, arriving, matches, mapping, coming, '')
  yield
  const thereAlready = yield* countThereAlready(repositories, dataset.annotations, own, me)
  const differences = yield* comparing(repositories, arriving, dataset, own)
  const comparison = differences && describeDifferences(repositories, differences, dataset, own)
  return { comparison, thereAlready }
}
