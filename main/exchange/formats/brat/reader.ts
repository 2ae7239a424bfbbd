import { Failure } from '../../../../preload/contract/failure.ts'
import { oneByOne } from '../../foreign/one-by-one.ts'
import type { FormatReader, Incoming, SourceFiles } from '../annotation-format.ts'
import { rawText } from './raw-text.ts'
import { readAnn } from './read-ann.ts'
import { type BratConf, joinedConfs, readConf } from './read-conf.ts'
import { takeSheet } from './take-sheet.ts'
import { Taking } from './taking.ts'

/** What brat reads beside a text: its own file, or those of the BioNLP shared tasks, which share their ids. */
export const endings = ['ann', 'a1', 'a2', 'rel']

/** After a byte order mark. */
const firstLine = /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?(?:[TERAMN#][A-Za-z0-9_-]*|\*)\t\S/

export const bratReader: FormatReader = {
  readsFolders: true,
  handsOverOfMany: true,

  async recognises(given) {
    const source = named(given)
    const paths = sheetsIn(source).flatMap(({ files }) => files)
    for (const path of paths.filter((path) => source.sizeOf(path) > 0).slice(0, 10)) {
      for await (const piece of source.pieces(path)) {
        // One in UTF-16 is known as well, to be told why it cannot be read.
        const head = Buffer.from(piece.subarray(0, 400)).toString('latin1').replaceAll('\0', '')
        if (firstLine.test(head)) return true
        break
      }
    }
    // A folder in which nobody has annotated anything yet.
    return source.paths.some((path) => /(?:^|\/)annotation\.conf$/.test(path))
  },

  async read(given, options) {
    const source = named(given)
    const conf = await confOf(source)
    const sheets = sheetsIn(source)
    const byAnnotator = conf.isOurs || sharesNames(sheets)
    const taking = new Taking(conf, options)
    await oneByOne(sheets, options, async ({ path, textFile, files }, index) => {
      const slash = byAnnotator ? path.indexOf('/') : -1
      const annotator = slash < 0 ? '' : path.slice(0, slash)
      const bytes = textFile === null ? null : await source.read(textFile)
      const content = bytes && decode(bytes, textFile!)
      const raw = content === null ? null : rawText(content, conf.isOurs)
      const document = taking.document(path.slice(slash + 1), path, {
        text: raw?.text ?? null,
        file: textFile ?? `${path}.txt`,
        bytes,
      })
      const contents: { content: string; file: string }[] = []
      for (const file of files) {
        contents.push({ content: decode(await source.read(file), file).replace(/^\ufeff/, ''), file })
      }
      takeSheet(taking, readAnn(contents), { sheet: path, document, folder: annotator, raw })
      if (annotator !== '') taking.annotator(annotator)
      const { annotations, links } = taking
      options.handOver?.({ annotations: annotations.splice(0), links: links.splice(0) })
      options.progress(index + 1, sheets.length)
    })
    return taking.end() satisfies Incoming
  },
}

/** A single file under its name, since that says which text it is about. */
function named(source: SourceFiles): SourceFiles {
  if (source.paths.length !== 1 || source.paths[0] !== '') return source
  return {
    ...{ name: source.name, paths: [source.name] },
    sizeOf: () => source.sizeOf(''),
    read: () => source.read(''),
    pieces: () => source.pieces(''),
  }
}

interface SheetFiles {
  path: string
  textFile: string | null
  files: string[]
}

function sheetsIn({ paths }: SourceFiles): SheetFiles[] {
  const sheets = new Map<string, SheetFiles>()
  for (const file of paths) {
    const [, path, ending] = /^(.*)\.([^./]+)$/.exec(file) ?? []
    if (path === undefined || !(ending === 'txt' || endings.includes(ending!))) continue
    const sheet = sheets.get(path) ?? { path, textFile: null, files: [] }
    sheets.set(path, sheet)
    if (ending === 'txt') sheet.textFile = file
    else sheet.files.push(file)
  }
  for (const sheet of sheets.values()) {
    const joined = sheet.files.filter((file) => file.endsWith('.ann'))
    // As brat does: what it has joined counts, and not the parts.
    if (joined.length > 0) sheet.files = joined
  }
  const written = [...sheets.values()].filter(({ files }) => files.length > 0)
  const alone = Map.groupBy(
    [...sheets.values()].filter(({ files }) => files.length === 0),
    ({ path }) => nameOf(path),
  )
  // Some corpora have their texts in a folder beside those of the annotations.
  return written.map((sheet) => {
    const [text, ...others] = alone.get(nameOf(sheet.path)) ?? []
    return sheet.textFile !== null || others.length > 0
      ? sheet
      : { ...sheet, textFile: text?.textFile ?? null }
  })
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Whether the same documents stand in several folders, which are those of annotators then. */
function sharesNames(sheets: readonly SheetFiles[]): boolean {
  const below = sheets.map(({ path }) => path.slice(path.indexOf('/') + 1))
  return sheets.every(({ path }) => path.includes('/')) && new Set(below).size < below.length
}

/**
 * A folder may hold several projects of brat, each with a configuration of its own: what the first says of a type holds,
 * what is nearer to the top being the first. Of our exports one alone: its types are names that it gave itself.
 */
async function confOf(source: SourceFiles): Promise<BratConf> {
  const named = (name: string): string[] =>
    source.paths
      .filter((path) => path === name || path.endsWith(`/${name}`))
      .sort((one, other) => one.split('/').length - other.split('/').length)
  const read = async (path: string | undefined): Promise<string> =>
    path === undefined ? '' : Buffer.from(await source.read(path)).toString('utf8')
  const visuals = named('visual.conf')
  const confs: BratConf[] = []
  for (const path of named('annotation.conf')) {
    const conf = readConf(await read(path), '')
    if (conf.isOurs && confs.length === 0) return readConf(await read(path), await read(visuals[0]))
    if (!conf.isOurs) confs.push(conf)
  }
  for (const path of visuals) confs.push(readConf('', await read(path)))
  return joinedConfs(confs)
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Failure(
      'unreadable',
      `${file}: this file is not UTF-8, which is what brat reads: save it as UTF-8.`,
    )
  }
}
