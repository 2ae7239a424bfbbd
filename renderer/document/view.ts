import type { AnnotationBrief, AnnotationColumns } from '../../preload/contract/annotation.ts'
import type { DocumentText } from '../../preload/contract/document.ts'
import type { AnnotationId, TagId } from '../../preload/contract/ids.ts'
import type { Role } from '../../preload/contract/tag.ts'
import type { Span } from '../../preload/contract/text.ts'

/**
 * How much of a tag is seen. The annotations of a hidden one are neither drawn nor clicked nor stopped at, but for
 * the one in focus; those of a dimmed one are a faint line.
 */
export type TagLook = 'full' | 'dimmed' | 'hidden'

/** A tag as the text shows it. */
export interface ShownTag {
  id: TagId
  name: string
  /** Of the codebook, `#rrggbb`; the view fits it to the theme. */
  color: string
  /** Chooses the kind of line, so that more than colour tells tags apart. */
  role: Role
  show: TagLook
}

/** What is told of an annotation’s links. `answered`: one of them, or one of the claim it states, stands against it. */
export interface LinkMark {
  links: number
  answered: boolean
}

/** A passage that stands in so many other documents nearly word for word. */
export interface CopyMark extends Span {
  documents: number
}

/** Annotations as they are now and those that have gone. */
export interface AnnotationPatch {
  /** Those of other documents are passed over. */
  upserted: readonly AnnotationBrief[]
  removed: readonly AnnotationId[]
}

/** Where a menu is asked for: in the window, in CSS pixels, and in the text; by key that is at the caret. */
export interface MenuAsked {
  x: number
  y: number
  byKey: boolean
  offset: number
  /** The annotations over that place, the shortest first. */
  here: AnnotationId[]
}

/** What a person does in the text. All offsets are UTF-16 code units of the plain text. */
export interface DocumentViewEvents {
  /**
   * After each change. The selection begins and ends on whole characters (grapheme clusters), leaves out line
   * ends at its edges and is null when nothing is left. `caret` is the end that moves.
   */
  selectionChanged?(selection: Span | null, caret: number): void
  /** A key has moved caret and selection out of the annotation in focus: they touch none of its parts. */
  focusLeft?(): void
  /** A click on an annotation, or null for a click beside all of them. Clicking again goes through stacked ones. */
  annotationClicked?(id: AnnotationId | null): void
  /** A click on the small mark that tells of an annotation’s links. */
  linkMarkClicked?(id: AnnotationId): void
  /** A click on the small mark that tells where else a passage stands. */
  copyMarkClicked?(passage: Span): void
  /** The menu key or the second mouse button. */
  menuAsked?(asked: MenuAsked): void
  /**
   * The ends of an annotation were moved, by dragging or by key, and let go: once for each time. The view goes on
   * drawing the new ends until the promise settles, then what it was told by `patchAnnotations`.
   */
  adjusted?(id: AnnotationId, spans: Span[]): Promise<unknown>
  /** Adjusting by key began (with its annotation) or ended (null). */
  adjusting?(id: AnnotationId | null): void
  /** A link of the source was clicked with Ctrl (Cmd) or chosen with Ctrl+Enter; open it only after asking. */
  sourceLinkOpened?(href: string): void
  /** A press on the rail, or a key to the beginning or end of the text, is about to leave the place that is read. */
  leaving?(): void
  /** The text at the top of the window is another one; at most once a frame. */
  scrolled?(): void
  /** Something was painted or has moved: `passagesInSight` may say something else. Within a frame; be quick. */
  painted?(): void
  /** The pointer is over another annotation (the shortest there), or over none. */
  pointed?(id: AnnotationId | null): void
  /** A sentence for the status line and the screen reader. */
  say?(sentence: string): void
}

export type Unit = 'character' | 'word' | 'sentence' | 'paragraph'

/** Where a person was in a text; survives other widths and sizes of type. */
export interface ReadingPlace {
  /** The text at the top of the window. */
  offset: number
  /** How far above the top its line begins, as a share of the line’s height. */
  shift: number
}

/** An annotation to write of beside the text. */
export interface Passage {
  id: AnnotationId
  /** Its place among all annotations of the text, from 1; hidden ones count. */
  number: number
  /**
   * The top and the height of the letters of its first line, from the top of `aside`, in CSS pixels; both 0 where that
   * line is far above the window.
   */
  top: number
  height: number
}

/** Stretches of the text as columns, in reading order and apart. */
export interface Stretches {
  readonly start: Int32Array<ArrayBuffer>
  readonly end: Int32Array<ArrayBuffer>
}

export interface RevealOptions {
  /** `nearest` does not move when all of it is in sight already. Default: `third`, a third from the top. */
  align?: 'third' | 'top' | 'centre' | 'nearest'
  /** Lets the passage light up once. */
  flash?: boolean
}

/**
 * A text to read and annotate, drawn into one element. Never changes the text. The caller feeds it and asks it
 * outside rendering; nothing it is told is reported back as an event, but the selection.
 */
export interface DocumentView {
  readonly text: DocumentText
  /** The scrolling element. `data-painted` counts the times it was painted, `data-busy` is there while one is due. */
  readonly root: HTMLElement

  /** Lies over the whole page and scrolls with it, for cards beside the text; lets the pointer through. Empty at first. */
  readonly aside: HTMLElement
  /** Leaves so much room where the lines of the page end, in CSS pixels; 0 at first. */
  setAside(width: number): void

  setTags(tags: readonly ShownTag[]): void
  /** All annotations at once. */
  setAnnotations(columns: AnnotationColumns): void
  /** Costs what changes, not what is there. */
  patchAnnotations(patch: AnnotationPatch): void
  /**
   * Draws an annotation that is on its way to the project as it will look. Nothing stops at it and no event names it until
   * `patchAnnotations` brings it. Returns what takes it away where it did not come.
   */
  expectAnnotation(tagId: TagId, spans: readonly Span[]): () => void
  setLinkMarks(marks: ReadonlyMap<AnnotationId, LinkMark>): void
  patchLinkMarks(changed: ReadonlyMap<AnnotationId, LinkMark | null>): void
  /** Passages that other documents have too, in reading order and apart. */
  setCopies(copies: readonly CopyMark[]): void
  /** The annotation a new link starts from. */
  setPending(id: AnnotationId | null): void
  /** The annotation in focus stands out and has handles. Does not scroll. */
  setFocused(id: AnnotationId | null): void
  /** Marks passages that a search found; `current` is the index of one of them. Costs those near the window alone. */
  setFound(found: Stretches, current: number | null): void
  /** Whether annotations are named within the text, for a screen reader. Default false. */
  setSpoken(isSpoken: boolean): void
  /** Whether the focused annotation’s ends can be moved. Default true; false for a project that is read-only. */
  setAdjustable(adjustable: boolean): void

  /**
   * Shown annotations that begin near the window, in reading order, as they were last painted; before them the one in
   * focus, if it begins above and reaches here. Measures nothing.
   */
  passagesInSight(): Passage[]
  /** Around the part of an annotation that is in sight, in coordinates of the window; null when none is. */
  boxOf(id: AnnotationId): DOMRect | null
  /** An annotation that is pointed at elsewhere stands out a little. */
  setHovered(id: AnnotationId | null): void

  /** Whether all but the block with the caret is dimmed. */
  setSpotlight(on: boolean): void

  selection(): Span | null
  caret(): number
  /** An empty span puts the caret there. Does not scroll. */
  select(span: { start: number; end: number }): void
  /** The word, sentence or paragraph at an offset without the space around it, or null where there is none. */
  around(offset: number, unit: Unit): Span | null
  reveal(span: { start: number; end: number }, options?: RevealOptions): void
  revealAnnotation(id: AnnotationId, options?: RevealOptions): void

  /** Shown annotations at an offset, the shortest first. */
  annotationsAt(offset: number): AnnotationId[]
  spansOf(id: AnnotationId): Span[]
  tagOf(id: AnnotationId): TagId | undefined
  /** By tag, how many annotations of this text have it, hidden ones too; no tag without any. */
  tagCounts(): ReadonlyMap<TagId, number>
  /** How many annotations begin in the blocks that begin in a stretch, hidden ones too. Costs nothing worth speaking of. */
  countBegun(stretch: { start: number; end: number }): number
  /** Which annotation of the text it is, from 1, and of how many, hidden ones too. */
  placeOf(id: AnnotationId): { number: number; of: number } | undefined
  /** All shown annotations; a discontinuous one stands where it begins. Costs what is there. */
  inReadingOrder(): AnnotationId[]
  /** The next or previous shown annotation in reading order, from an annotation or from an offset. */
  neighbour(from: { annotation: AnnotationId } | { offset: number }, step: 1 | -1): AnnotationId | null

  /** Moves the ends of an annotation by key until Enter or Escape. */
  startAdjusting(id: AnnotationId): void
  /** `keep` hands the new ends to `adjusted`. */
  stopAdjusting(keep: boolean): void

  readingPlace(): ReadingPlace
  /** The text at a height of the window, as a share of it from the top. */
  offsetInSight(share: number): number
  goTo(place: ReadingPlace): void
  focus(): void
  hasFocus(): boolean
  /** Copies what is selected, as the copy key does; at a press of a key or button only. */
  copy(): void
  destroy(): void
}
