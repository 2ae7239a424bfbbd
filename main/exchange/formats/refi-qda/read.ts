import { Failure } from '../../../../preload/contract/failure.ts'
import { decode } from '../../../import/decode.ts'
import type { FormatReader, Incoming, ReadingOptions, SourceFiles } from '../annotation-format.ts'
import { plainText } from '../plain-text.ts'
import { Translation } from './incoming.ts'
import { parseProject, parseSelections } from './parse-project.ts'
import type { TextFile } from './qda-project.ts'

/** Reads a .qdpx, seen as the files in it, or a bare .qde, whose texts are then looked for in the project. */
export const refiReader: FormatReader = {
  handsOverOfMany: true,

  async recognises(source) {
    const path = projectIn(source)
    if (path !== undefined) return true
    if (!source.paths.includes('')) return false
    for await (const piece of source.pieces('')) {
      return /<Project\s[^>]*urn:QDA-XML:project:/.test(Buffer.from(piece.subarray(0, 4096)).toString('utf8'))
    }
    return false
  },

  async read(source, { signal, progress, away, handOver, held }): Promise<Incoming> {
    const path = projectIn(source) ?? ''
    if (!source.paths.includes(path)) {
      throw new Failure('unreadable', `${source.name} holds no project.qde, which a REFI-QDA project has.`)
    }
    const called = path || source.name
    const project = await parseProject(watched(source.pieces(path), signal), called, held)
    const files = new Map<string, TextFile>()
    const wanted = [...project.sources, ...project.notes].filter(({ path }) => path !== '')
    const fileFor = finderIn(source)
    const of = wanted.length + project.sources.length
    let done = 0
    for (const { path } of wanted) {
      signal?.throwIfAborted()
      const found = fileFor(path)
      if (found !== undefined && !files.has(path)) files.set(path, await textFile(source, found, away))
      progress(++done, of)
    }
    const translation = new Translation(project, files, { away, ...(held && { held }) })
    await parseSelections(watched(source.pieces(path), signal), called, (index, selections) => {
      translation.takeSource(project.sources[index]!, selections)
      handOver?.({ annotations: translation.annotations.splice(0), links: [] })
      progress(++done, of)
    })
    return translation.end()
  },
}

/** Programs write `project.qde` or `Project.qde`, some in a folder of its own. */
function projectIn({ paths }: SourceFiles): string | undefined {
  const all = paths.filter((path) => /\.qde$/i.test(path))
  return all.find((path) => /(^|\/)project\.qde$/i.test(path)) ?? all[0]
}

/**
 * `internal://x.txt` lies in `sources/` or `Sources/`; some write no `internal://`. Others lie outside the file. Each is
 * found without going through all of them.
 */
function finderIn({ paths }: SourceFiles): (written: string) => string | undefined {
  const byName = new Map<string, string>()
  for (const path of paths) {
    const lower = path.toLowerCase()
    const ends = [...lower.matchAll(/(?<=^|\/)sources\//g)].map(({ index, 0: { length } }) => index + length)
    for (const start of [0, ...ends]) {
      const name = lower.slice(start)
      if (!byName.has(name)) byName.set(name, path)
    }
  }
  return (written) =>
    /^(relative|absolute):/i.test(written)
      ? undefined
      : byName.get(
          written
            .replace(/^internal:\/+/i, '')
            .replace(/^sources\//i, '')
            .toLowerCase(),
        )
}

async function textFile(source: SourceFiles, path: string, away: ReadingOptions['away']): Promise<TextFile> {
  const bytes = await source.read(path)
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const strict = utf8(bytes)
  const { text, notes } =
    strict === null ? decode(bytes, { chosen: null, declared: null }) : { text: strict, notes: [] }
  const name = path.split('/').at(-1)!
  const words = plainText(text.replace(/\r\n?/g, '\n'))
  const original = { name, mediaType: 'text/plain', bytes }
  return {
    kept: { text: away?.text(words) ?? words, source: away?.source(original) ?? original },
    ...{ name, isMarked, hasReturns: text.includes('\r\n'), notes },
  }
}

/** The format asks for UTF-8; null for anything else, which is guessed. A byte order mark is taken away. */
function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

async function* watched(
  pieces: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    signal?.throwIfAborted()
    yield piece
  }
}
