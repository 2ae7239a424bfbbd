import { basename } from 'node:path'
import type { RefusedFile, Unread } from '../../../preload/contract/annotation-import.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import { endingOf } from '../../import/formats.ts'
import { headOf } from '../foreign/json-files.ts'
import type { AnnotationFormat, Incoming, ReadingOptions, SourceFiles } from '../formats/annotation-format.ts'
import { annotationFormats } from '../formats/index.ts'
import type { Arriving } from '../sidecar/arriving.ts'
import { restored } from '../sidecar/restore.ts'
import { linksFile, lossFile } from '../sidecar/write-sidecar.ts'
import { chosenTogether } from '../source/chosen-together.ts'
import { withPackedParts } from '../source/packed-parts.ts'
import { only, without } from '../source/source-files.ts'
import { watched } from '../source/watched-files.ts'
import { type PartedSource, withSidecarBeside, withSidecarInside } from '../source/with-sidecar.ts'
import { unpacked } from '../source/zip-files.ts'
import { type HandedOver, leavesAnnotations } from './handed-over.ts'
import { refusedFile } from './refused-file.ts'
import { withTextsBeside } from './texts-beside.ts'

/** What a person chose, and what we once wrote beside it. */
export interface ChosenSource {
  source: SourceFiles
  beside: { links: SourceFiles; loss: SourceFiles } | null
  /** Where only one of them is there. */
  half?: SourceFiles | null
  /** Files that were chosen together with a single one. */
  texts?: SourceFiles | null
}

/** The formats of other programs that these files are in, by content: of a folder each that some of its files have. */
export async function formatsOf(chosen: ChosenSource): Promise<string[]> {
  const parted = await partedOf(chosen).catch(() => null)
  // What cannot be unpacked is of the format that its name says, so that reading it tells what is wrong with it.
  if (!parted) return isFile(chosen.source) ? formatsNamedBy(chosen.source.name) : []
  const isOneThing = parted.hasSidecar || isFile(parted.files)
  const found: string[] = []
  let { files } = parted
  for (const format of annotationFormats) {
    if (files.paths.length === 0 || !(await isOf(format, files))) continue
    found.push(format.name)
    if (isOneThing) break
    const own = new Set(await ownOf(format, files))
    files = without(files, (path) => own.has(path))
  }
  if (found.length === 0 && isFile(chosen.source)) return packedAs(chosen.source.name, parted.files)
  return found
}

/** What is packed, and has a broken part by which nobody knows it, is taken for what it is called too. */
const packedAs = (name: string, inside: SourceFiles): string[] => (isFile(inside) ? [] : formatsNamedBy(name))

/** A file that cannot be looked into is none of this format: it may still be a text beside files of another. */
const isOf = async ({ reader }: AnnotationFormat, files: SourceFiles): Promise<boolean> =>
  reader ? reader.recognises(files).catch(() => false) : false

function formatsNamedBy(name: string): string[] {
  const ending = endingOf(name)
  const named = annotationFormats.filter(({ reader, endings }) => reader && endings.includes(ending))
  return ending !== 'zip' && named.length === 1 ? named.map(({ name }) => name) : []
}

/**
 * Everything they hold, with what a sidecar knows beyond that. Annotations may be handed over to `ahead`, where it is
 * given, and are not in what comes then. Fails with `unreadable`, in a sentence.
 */
export async function readChosen(
  chosen: ChosenSource,
  name: string | null,
  reading: ReadingOptions,
  ahead?: HandedOver,
): Promise<Arriving> {
  const parted = await partedOf(chosen)
  const format = await recognised(parted.files, name)
  if (!format) {
    const what = name === null ? 'of a format that can be imported' : `in the format “${name}”`
    throw new Failure('unreadable', `“${chosen.source.name}” holds no annotations ${what}.`)
  }
  const sidecar = await parted.sidecar()
  const texts = chosen.texts && !parted.hasSidecar ? chosen.texts : null
  const { readsFolders, leavesTexts, sharedEndings } = format.reader!
  const files =
    texts && readsFolders && isFile(parted.files)
      ? chosenTogether(parted.files, texts, sharedEndings ?? format.endings)
      : parted.files
  // Of several files one may turn out to be broken when others have been read; and texts are found by their annotations.
  const mayHandOver = isFile(files) || format.reader!.handsOverOfMany
  const isAhead = ahead && mayHandOver && !leavesTexts && leavesAnnotations(sidecar)
  const options = isAhead ? { ...reading, handOver: ahead.take } : reading
  // What stands in a broken file that we once wrote would look like something that another program took away.
  const isLenient = !parted.hasSidecar && !isFile(files)
  const {
    incoming: found,
    unread,
    opened,
  } = await readFiles(format, files, { isLenient, options, again: () => ahead?.forget() })
  if (ahead) found.links = [...ahead.links.splice(0), ...found.links]
  const { incoming, used } =
    texts && leavesTexts
      ? await withTextsBeside(
          found,
          without(texts, (path) => opened.includes(path)),
          options.away,
        )
      : { incoming: found, used: [] }
  // What is packed otherwise, such as a project of another program, has parts that are nobody’s concern.
  const isCollection = !isFile(chosen.source) || endingOf(chosen.source.name) === 'zip'
  const passedOver = isCollection && !isFile(parted.files) ? unread.passedOver : []
  const among = await formatsAmong(parted.files, passedOver)
  const otherFormats = annotationFormats
    .filter((other) => other !== format && among.includes(other.name))
    .map(({ name, title }) => ({ name, title }))
  const arriving = restored(
    format.name,
    incoming,
    sidecar,
    { ...unread, passedOver, otherFormats },
    options.away,
    ahead?.ids,
  )
  return {
    ...arriving,
    doubts: [
      ...arriving.doubts,
      ...(await halved(chosen.half ? { source: chosen.half, path: '' } : parted.half)),
    ],
    beside: texts ? [...opened, ...used].filter((path) => texts.paths.includes(path)) : [],
  }
}

/** Where broken files are passed over, all of them are found in one reading, and the next goes without them. */
async function readFiles(
  format: AnnotationFormat,
  all: SourceFiles,
  { isLenient, options, again }: { isLenient: boolean; options: ReadingOptions; again(): void },
): Promise<{ incoming: Incoming; unread: Unread; opened: string[] }> {
  const own = isLenient ? await withoutForeign(format, all) : all
  const refused = new Map<string, RefusedFile>()
  // Of several, what is wrong with the file that was chosen says most.
  let worst: Failure | undefined
  for (;;) {
    const before = refused.size
    const { files, opened } = watched(own)
    const refuse = (path: string, failure: Failure): void => {
      if (!worst || path === all.name) worst = failure
      refused.set(path, refusedFile(fileMeant(path, failure.message, all), failure.message))
    }
    const refusing = isLenient ? { isRefused: (path: string) => refused.has(path), refuse } : undefined
    const incoming = await format.reader!.read(files, { ...options, refusing })
    if (refused.size > before) {
      again()
      continue
    }
    if (worst && isEmpty(incoming)) throw worst
    const read = new Set([...opened(), ...refused.keys()])
    const whole =
      isLenient && format.reader!.leavesTexts
        ? await withTextsBeside(
            incoming,
            without(all, (path) => read.has(path)),
            options.away,
          )
        : { incoming, used: [] }
    const named = new Set([...opened(), ...[...refused.values()].map(({ where }) => where), ...whole.used])
    const passedOver = all.paths.filter((path) => !named.has(path))
    return {
      incoming: whole.incoming,
      opened: [...named],
      unread: { refused: [...refused.values()], passedOver, otherFormats: [] },
    }
  }
}

/** The file itself, or the one of several that the sentence names. */
function fileMeant(path: string, sentence: string, { paths }: SourceFiles): string {
  if (paths.includes(path)) return path
  const named = paths.filter((one) => one.startsWith(path) && sentence.includes(one))
  return named.sort((a, b) => b.length - a.length)[0] ?? path
}

const isEmpty = ({ documents, claims, annotations, links, memos }: Incoming): boolean =>
  [documents, claims, annotations, links, memos].every(({ length }) => length === 0)

/** Files of other formats that a reader would open because of their endings are hidden from it. */
async function withoutForeign(format: AnnotationFormat, files: SourceFiles): Promise<SourceFiles> {
  if (!format.reader?.sharedEndings) return files
  const own = new Set(await ownOf(format, files))
  return without(files, (path) => hasEnding(format, path) && !own.has(path))
}

/** Which files of a folder are of a format; where other formats have the same endings each is asked by itself. */
async function ownOf(format: AnnotationFormat, files: SourceFiles): Promise<string[]> {
  const own: string[] = []
  for (const path of files.paths) {
    if (!hasEnding(format, path)) continue
    if (format.reader?.sharedEndings && !(await isOf(format, only(files, path)))) continue
    own.push(path)
  }
  return own
}

const hasEnding = ({ endings, reader }: AnnotationFormat, path: string): boolean =>
  (reader?.sharedEndings ?? endings).includes(endingOf(basename(path)))

async function formatsAmong(all: SourceFiles, paths: readonly string[]): Promise<string[]> {
  if (paths.length === 0) return []
  const some = new Set(paths)
  return formatsOf({ source: without(all, (path) => !some.has(path)), beside: null })
}

/** Half of a sidecar says nothing, and whoever has lost the other half should know. */
async function halved(half: PartedSource['half']): Promise<Arriving['doubts']> {
  if (!half) return []
  const { source, path } = half
  const name = path || source.name
  const isLoss = name.endsWith(lossFile)
  const sign = isLoss ? /^\s*\{\s*"type"\s*:\s*"loss"/ : /^\s*\{[^\n]*"rejoinder-jsonl"/
  if (!sign.test((await headOf(source, path)).replace(/^\ufeff/, ''))) return []
  const other = isLoss ? linksFile : lossFile
  const what = `It lies here without ${other}: what the format cannot hold stays out, and what was changed cannot be told.`
  return [{ where: name, what }]
}

async function partedOf({ source, beside }: ChosenSource): Promise<PartedSource> {
  const files = await withPackedParts(await unpacked(source))
  return beside ? withSidecarBeside(files, beside) : withSidecarInside(files)
}

async function recognised(files: SourceFiles, name: string | null): Promise<AnnotationFormat | undefined> {
  if (files.paths.length === 0) return undefined
  const faults: unknown[] = []
  for (const format of annotationFormats) {
    if (!format.reader || (name !== null && format.name !== name)) continue
    try {
      if (await format.reader.recognises(files)) return format
    } catch (fault) {
      faults.push(fault)
    }
  }
  if (faults.length > 0) throw faults[0]
  return undefined
}

const isFile = ({ paths }: SourceFiles): boolean => paths.length === 1 && paths[0] === ''
