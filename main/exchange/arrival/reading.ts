import { basename } from 'node:path'
import type { Unread } from '../../../preload/contract/annotation-import.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import { endingOf } from '../../import/formats.ts'
import type { AnnotationFormat, Incoming, ReadingOptions, SourceFiles } from '../formats/annotation-format.ts'
import { annotationFormats } from '../formats/index.ts'
import type { Arriving } from '../sidecar/arriving.ts'
import { restored } from '../sidecar/restore.ts'
import { without } from '../source/source-files.ts'
import { watched } from '../source/watched-files.ts'
import { type PartedSource, withSidecarBeside, withSidecarInside } from '../source/with-sidecar.ts'
import { unpacked } from '../source/zip-files.ts'

/** What a person chose, and what we once wrote beside it. */
export interface ChosenSource {
  source: SourceFiles
  beside: { links: SourceFiles; loss: SourceFiles } | null
}

/** So many files of a folder may be broken; of more the first is told, since each costs a reading of all. */
const mostRefused = 20

/** The formats of other programs that these files are in, by content: of a folder each that some of its files have. */
export async function formatsOf(chosen: ChosenSource): Promise<string[]> {
  const parted = await partedOf(chosen)
  const isOneThing = parted.hasSidecar || isFile(parted.files)
  const found: string[] = []
  let { files } = parted
  for (const format of annotationFormats) {
    if (files.paths.length === 0 || !(await format.reader?.recognises(files))) continue
    found.push(format.name)
    if (isOneThing) break
    files = without(files, (path) => format.endings.includes(endingOf(basename(path))))
  }
  return found
}

/** Everything they hold, with what a sidecar knows beyond that. Fails with `unreadable`, in a sentence. */
export async function readChosen(
  chosen: ChosenSource,
  name: string | null,
  options: ReadingOptions,
): Promise<Arriving> {
  const parted = await partedOf(chosen)
  const format = await recognised(parted.files, name)
  if (!format) {
    const what = name === null ? 'of a format that can be imported' : `in the format “${name}”`
    throw new Failure('unreadable', `“${chosen.source.name}” holds no annotations ${what}.`)
  }
  const sidecar = await parted.sidecar()
  // What stands in a broken file that we once wrote would look like something that another program took away.
  const isLenient = !parted.hasSidecar && !isFile(parted.files)
  const { incoming, unread } = await readFiles(format, parted.files, { isLenient, options })
  // What is packed otherwise, such as a project of another program, has parts that are nobody’s concern.
  const isCollection = !isFile(chosen.source) || endingOf(chosen.source.name) === 'zip'
  const passedOver = isCollection && !isFile(parted.files) ? unread.passedOver : []
  const otherFormats = await formatsAmong(parted.files, passedOver)
  return restored(format.name, incoming, sidecar, { ...unread, passedOver, otherFormats })
}

async function readFiles(
  format: AnnotationFormat,
  all: SourceFiles,
  { isLenient, options }: { isLenient: boolean; options: ReadingOptions },
): Promise<{ incoming: Incoming; unread: Unread }> {
  const refused: Unread['refused'] = []
  let first: unknown
  let files = all
  for (;;) {
    const { files: known, opened } = watched(files)
    try {
      const incoming = await format.reader!.read(known, options)
      const read = new Set([...opened(), ...refused.map(({ where }) => where)])
      const passedOver = all.paths.filter((path) => !read.has(path))
      return { incoming, unread: { refused, passedOver, otherFormats: [] } }
    } catch (error) {
      first ??= error
      const isBroken = error instanceof Failure && error.code === 'unreadable'
      const bad = isBroken ? fileMeant(error.message, opened()) : undefined
      if (!isLenient || bad === undefined || refused.length === mostRefused) throw first
      refused.push({ where: bad, what: (error as Failure).message })
      files = without(files, (path) => path === bad)
      if (!(await format.reader!.recognises(files))) throw first
    }
  }
}

/** Which of the opened files a sentence is about: one that it names, else the latest. */
function fileMeant(sentence: string, opened: readonly string[]): string | undefined {
  const named = opened.filter((path) => path !== '' && sentence.includes(path))
  return named.sort((a, b) => b.length - a.length)[0] ?? opened.at(-1)
}

async function formatsAmong(all: SourceFiles, paths: readonly string[]): Promise<string[]> {
  if (paths.length === 0) return []
  const some = new Set(paths)
  return formatsOf({ source: without(all, (path) => !some.has(path)), beside: null })
}

async function partedOf({ source, beside }: ChosenSource): Promise<PartedSource> {
  const files = await unpacked(source)
  return beside ? withSidecarBeside(files, beside) : withSidecarInside(files)
}

async function recognised(files: SourceFiles, name: string | null): Promise<AnnotationFormat | undefined> {
  if (files.paths.length === 0) return undefined
  for (const format of annotationFormats) {
    if (!format.reader || (name !== null && format.name !== name)) continue
    if (await format.reader.recognises(files)) return format
  }
  return undefined
}

const isFile = ({ paths }: SourceFiles): boolean => paths.length === 1 && paths[0] === ''
