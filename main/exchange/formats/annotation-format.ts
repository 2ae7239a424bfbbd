import type { Kind } from '../../../db/repositories/dataset.ts'
import type { Format, Loss } from '../../../preload/contract/exchange.ts'
import type { Failure } from '../../../preload/contract/failure.ts'
import type { Span, StructuredText } from '../../../preload/contract/text.ts'
import type * as Data from '../dataset.ts'
import type { LineIds } from '../sidecar/line-ids.ts'
import type { WritingOptions } from '../writing-options.ts'

/**
 * A format of another program that carries annotations. Formats know nothing of projects or of each other: a writer
 * gets plain values, a reader gives plain values, and what all formats share (the sidecar, finding the texts of the
 * project, new tags, ids) is done around them.
 */
export interface AnnotationFormat extends Omit<Format, 'reads' | 'writes'> {
  reader?: FormatReader
  writer?: FormatWriter
}

export interface FormatWriter {
  /** What a format of this kind may find in a folder that it replaces; `path` is where it lies. */
  isOurs(name: string, path: string): boolean
  /** What of this dataset the format cannot hold, and which records that touches. */
  losses(dataset: Data.Dataset): TouchingLoss[]
  /** Writes to a path where nothing is. */
  write(dataset: Data.Dataset, to: string, options: WritingOptions): Promise<WrittenFiles>
}

/** A loss and the records that come back from the format without something, or not at all. */
export interface TouchingLoss extends Omit<Loss, 'count'> {
  touches: readonly Touched[]
  /** Where something else is counted than these records. */
  count?: number
}

/** Records of one kind: a list of ids, as a loss may touch all that there are. */
export interface Touched {
  kind: Kind
  ids: readonly string[]
}

/** What the reader of a format calls what a record became. */
export type ReadAs = string | readonly string[]

/** By our id. */
export type IdsRead = ReadonlyMap<string, ReadAs> | LineIds

export interface WrittenFiles {
  /** Below the target; for a single file ['']. */
  files: string[]
  /**
   * For formats that cannot keep our ids: the ids that this format’s reader will give to what a record became, by
   * kind and our id. Several where one record had to become several.
   */
  readAs: ReadonlyMap<Kind, IdsRead>
}

export interface FormatReader {
  /**
   * Whether this is of the format, by content before names: of a folder, whether some of its first files are. Reads no
   * more than it needs.
   */
  recognises(source: SourceFiles): Promise<boolean>
  /**
   * Endings of what it reads, where other formats have such files too and each is of one format by itself:
   * `recognises` then tells which files of a folder are its own.
   */
  sharedEndings?: readonly string[]
  /**
   * Whether its files are about texts that they only name, or not even that: those that lie beside them, and that the
   * reader has not opened, are found for it.
   */
  leavesTexts?: true
  /**
   * Whether what it reads is a folder of files that belong together, so that those that were chosen together are read
   * as one, with the texts that are called like them.
   */
  readsFolders?: true
  /**
   * Whether it may hand over of several files too, before it has seen the last of them. What it has handed over is
   * forgotten where one of them turns out to be broken and all are read again without it.
   */
  handsOverOfMany?: true
  /**
   * Fails with `unreadable`, in a sentence that says where (file and line, or element) and what is wrong; or tells that
   * to `refusing`.
   */
  read(source: SourceFiles, options: ReadingOptions): Promise<Incoming>
}

export interface ReadingOptions {
  signal: AbortSignal | undefined
  /** In whatever unit fits the format. */
  progress(done: number, of: number): void
  /**
   * Where it is given, a reader may hand over annotations and links as soon as they are done, in their order; its
   * `Incoming` lacks them then. So a reading that is too large to be held need not be.
   */
  handOver?(done: Pick<Incoming, 'annotations' | 'links'>): void
  /**
   * Where it is given, the string that others hold for the id of an annotation or a link anyway, else the same one: ids
   * that stay with the reader need no memory of their own then.
   */
  held?(kind: 'annotation' | 'link', id: string): string
  /** Where it is given, texts and files are put away there as soon as they are done, and are not held. */
  away?: PutsAway | undefined
  /** Where it is given, what can be read by itself and is broken is told here, and the rest is read. */
  refusing?: Refusing | undefined
}

/** Gives the same back, without holding it: what is asked of it is fetched. */
export interface PutsAway {
  document(document: IncomingDocument): IncomingDocument
  text(text: StructuredText): StructuredText
  source(source: NonNullable<IncomingDocument['source']>): NonNullable<IncomingDocument['source']>
}

/**
 * Files that are passed over because they are broken, by path, or by what their paths begin with where several belong
 * together. What is refused for the first time may have been taken in part: that reading is worth nothing, and the
 * next one lets it be. All the same the reader sees every file, since the meaning of others may hang on its name.
 */
export interface Refusing {
  isRefused(path: string): boolean
  refuse(path: string, failure: Failure): void
}

/** What a person chose to import, seen alike whatever it is: a file, a folder or a zip. */
export interface SourceFiles {
  /** What it is called, such as `study.qdpx`. */
  readonly name: string
  /** The files below it, with `/` between folders, in the order of their names; for a single file ['']. */
  readonly paths: readonly string[]
  sizeOf(path: string): number
  /** Fails with `unreadable`, also for a file that is larger than may be read at once. */
  read(path: string): Promise<Uint8Array>
  /** The same without holding all of it at once. Each piece is good until the next one is asked for. */
  pieces(path: string): AsyncIterable<Uint8Array>
  /** Some of its bytes, from `start` up to `end`, where they can be had by themselves. */
  range?(path: string, start: number, end: number): Promise<Uint8Array>
}

/**
 * What a reader found. Ids are unique by kind in this reading and the same each time the same files are read; they
 * are ours where the format keeps ours. Whatever is referred to is there.
 *
 * What a format does not say at all stays open: an annotator without a name is whoever imports, a `created` of '' is
 * the time of the import, a `color` of '' one that no other has.
 */
export interface Incoming {
  project: { name: string; description: string } | null
  annotators: Data.Annotator[]
  speakers: Data.Speaker[]
  tags: Data.Tag[]
  linkTypes: Data.LinkType[]
  documents: IncomingDocument[]
  claims: Data.Claim[]
  annotations: IncomingAnnotation[]
  links: Data.Link[]
  memos: Data.Memo[]
  /** What the reader could not take, counted. */
  leftOut: Loss[]
  /** What was taken though something about it is strange. */
  doubts: Doubt[]
}

export interface IncomingDocument extends Omit<Data.Document, 'source'> {
  /** Null where the files do not bring their text: one of the project’s documents is looked for. */
  text: StructuredText | null
  /** The file it stands in and its bytes, where there is one. */
  source: { name: string; mediaType: string; bytes: Uint8Array } | null
  /** By what a document of the project may be known to be this one: file names, titles, addresses. */
  knownAs: string[]
}

export interface IncomingAnnotation extends Omit<Data.Annotation, 'spans'> {
  /** In UTF-16 code units of the text as the reader gives it; null where the format has no positions. */
  spans: Span[] | null
  /** The words of each span, where the format says them; else null. */
  quote: string[] | null
  /** Words before and after, where the format says them; else ''. */
  prefix: string
  suffix: string
}

/** Something that a person should look at: which thing, and a plain sentence. */
export interface Doubt {
  where: string
  what: string
  /** The record that it is about, if it is only told when that one comes in. */
  about?: { kind: 'annotation' | 'link' | 'memo'; id: string }
}
