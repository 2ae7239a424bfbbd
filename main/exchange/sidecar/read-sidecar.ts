import { atOnce } from '../../../db/pausing.ts'
import type { Kind } from '../../../db/repositories/dataset.ts'
import type { Loss } from '../../../preload/contract/exchange.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { StructuredText } from '../../../preload/contract/text.ts'
import { codePointsOf } from '../code-points.ts'
import type * as Data from '../dataset.ts'
import type { SourceFiles } from '../formats/annotation-format.ts'
import * as decode from '../formats/rejoinder-jsonl/decode.ts'
import { decodingText } from '../formats/rejoinder-jsonl/decode-text.ts'
import { Fields, LineProblem } from '../formats/rejoinder-jsonl/fields.ts'
import { type JsonObject, JsonProblem, type JsonValue, readJson, writeJson } from '../json.ts'
import type { RareCharacter } from './rare-characters.ts'
import { type DocumentRecord, kinds, type RecordedAnnotation } from './records.ts'
import { sidecarVersion } from './write-sidecar.ts'

/** A sidecar as it lies beside a dataset. */
export interface Sidecar {
  format: string
  losses: Loss[]
  project: { name: string; description: string }
  /** What the format said of the project, as JSON. */
  readProject: string
  /** Our records, as far as the format does not hold them whole. */
  records: Map<Kind, Map<string, SidecarRecord>>
  /** Hashes of the texts, by our id of the document. */
  texts: Map<string, string>
  /** Of texts that hold characters which the format may not, by our id of the document. */
  characters: Map<string, RareCharacter[]>
  /** Null where the format was only written. */
  readAs: Map<Kind, Map<string, string[]>> | null
  /** What the reader gives though no record of ours became it. */
  invented: Map<Kind, Set<JsonValue>>
  usual: Map<Kind, JsonObject>
  single: Map<Kind, Map<string, JsonObject>>
}

export type SidecarRecord =
  | Data.Annotator
  | Data.Speaker
  | Data.Tag
  | Data.LinkType
  | SidecarDocument
  | Data.Claim
  | (RecordedAnnotation & { quote: string[] })
  | Data.Link
  | Data.Memo

export interface SidecarDocument extends DocumentRecord {
  /** What stands over the text, once that is known; undefined where it does not fit it. */
  structureOver(text: string): Omit<StructuredText, 'text'> | undefined
}

/** Fails with `unreadable`, in a sentence that names the file and the line. */
export async function readSidecar(links: LineSource, loss: LineSource): Promise<Sidecar> {
  const head = parse('loss.json', 1, withoutMark(Buffer.from(await loss.source.read(loss.path)).toString()))
  const sidecar = readLoss(head)
  let number = 0
  for await (const line of linesOf(links)) {
    number += 1
    if (line.trim() === '') continue
    try {
      takeLine(sidecar, readJson(number === 1 ? withoutMark(line) : line))
    } catch (error) {
      if (!(error instanceof LineProblem || error instanceof JsonProblem)) throw error
      throw new Failure('unreadable', `links.jsonl, line ${number}: ${error.message}.`)
    }
  }
  return sidecar
}

/** Some editors begin each file that they save with the mark of its encoding. */
const withoutMark = (words: string): string => words.replace(/^\ufeff/, '')

export interface LineSource {
  source: SourceFiles
  path: string
}

async function* linesOf({ source, path }: LineSource): AsyncGenerator<string> {
  let rest: Uint8Array[] = []
  for await (const bytes of source.pieces(path)) {
    let start = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      yield Buffer.concat([...rest, bytes.subarray(start, end)]).toString('utf8')
      rest = []
      start = end + 1
    }
    if (start < bytes.length) rest.push(new Uint8Array(bytes.subarray(start)))
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString('utf8')
}

function parse(file: string, line: number, content: string): JsonValue {
  try {
    return readJson(content)
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error
    throw new Failure('unreadable', `${file}, line ${line}: ${error.message}.`)
  }
}

function readLoss(value: JsonValue): Sidecar {
  const wrong = (what: string) => new Failure('unreadable', `loss.json: ${what}.`)
  if (!(value instanceof Map) || value.get('type') !== 'loss') throw wrong('this is no report of an export')
  if (value.get('version') !== sidecarVersion) {
    throw wrong(
      `this is of version ${value.get('version')}, this program reads ${sidecarVersion}: use a newer program`,
    )
  }
  const map = (from: JsonValue | undefined): JsonObject => (from instanceof Map ? from : new Map())
  const list = (from: JsonValue | undefined): JsonValue[] => (Array.isArray(from) ? from : [])
  const strings = (from: JsonValue): string[] => {
    if (typeof from === 'string') return [from, from]
    const all = list(from)
    if (all.length === 0 || !all.every((one) => typeof one === 'string'))
      throw wrong('a list of ids is broken')
    return all as string[]
  }
  const readAs = value.has('readAs') ? map(value.get('readAs')) : null
  const reads = map(value.get('reads'))
  return {
    format: String(value.get('format')),
    losses: list(value.get('losses')).map((loss) => ({
      what: String(map(loss).get('what')),
      count: Number(map(loss).get('count')) || 1,
    })),
    project: { name: '', description: '' },
    readProject: writeJson(value.get('project') ?? null),
    records: new Map(kinds.map((kind) => [kind, new Map()])),
    characters: new Map(
      list(value.get('characters')).map((entry) => {
        const [id, characters] = list(entry)
        return [String(id), list(characters).map(rareCharacter)]
      }),
    ),
    texts: new Map(list(value.get('texts')).map((entry) => strings(entry) as [string, string])),
    readAs:
      readAs &&
      new Map(
        kinds.map((kind) => [
          kind,
          new Map(
            list(readAs.get(kind))
              .map(strings)
              .map(([ours, ...theirs]) => [ours!, theirs]),
          ),
        ]),
      ),
    invented: new Map(kinds.map((kind) => [kind, new Set(list(map(value.get('invented')).get(kind)))])),
    usual: new Map(kinds.map((kind) => [kind, map(map(reads.get(kind)).get('usual'))])),
    single: new Map(
      kinds.map((kind) => [
        kind,
        new Map(
          list(map(reads.get(kind)).get('single')).map((entry) => [
            String(list(entry)[0]),
            map(list(entry)[1]),
          ]),
        ),
      ]),
    ),
  }
}

function rareCharacter(value: JsonValue): RareCharacter {
  const [at, character] = Array.isArray(value) ? value : []
  return [Number(at), String(character)]
}

function takeLine(sidecar: Sidecar, value: JsonValue): void {
  if (!(value instanceof Map)) throw new LineProblem('the line is not an object')
  const fields = new Fields(value)
  const type = fields.string('type')
  if (type === 'project') {
    sidecar.project = decode.decodeProject(fields)
    return
  }
  const [kind, read] = readers.get(type) ?? fields.refuse('type', 'one of the types of the exchange file')
  const record = read(fields)
  sidecar.records.get(kind)!.set(record.id, record)
}

const readers = new Map<string, [kind: Kind, read: (fields: Fields) => SidecarRecord]>([
  ['annotator', ['annotator', decode.decodeAnnotator]],
  ['speaker', ['speaker', decode.decodeSpeaker]],
  ['tag', ['tag', decode.decodeTag]],
  ['link-type', ['link_type', decode.decodeLinkType]],
  ['document', ['document', documentOf]],
  ['claim', ['claim', decode.decodeClaim]],
  ['annotation', ['annotation', annotationOf]],
  ['link', ['link', decode.decodeLink]],
  ['memo', ['memo', decode.decodeMemo]],
])

function annotationOf(fields: Fields): SidecarRecord {
  const { utf16, ...annotation } = decode.decodeAnnotation(fields)
  return { ...annotation, spans: utf16 }
}

function documentOf(fields: Fields): SidecarDocument {
  return {
    ...decode.decodeDocument(fields),
    structure: null,
    structureOver(text) {
      try {
        const { text: _, ...structure } = atOnce(decodingText(fields, text, codePointsOf(text)))
        return structure
      } catch (error) {
        if (error instanceof LineProblem) return undefined
        throw error
      }
    },
  }
}
