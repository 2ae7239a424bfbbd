import type { Block } from '../../../preload/contract/text.ts'
import type { Shown } from '../painting/strokes.ts'
import type { TagPaint } from '../painting/tag-paint.ts'
import type { Surface } from '../text/surface.ts'
import type { TextDom } from '../text/text-dom.ts'
import type { TextIndex } from '../text/text-index.ts'
import { columns, drawRail } from './drawing.ts'
import { RailMarks, type RailSource } from './marks.ts'
import { marksNear, type NearMarks, wordsFor } from './near.ts'
import { watchRail } from './pointer.ts'
import { RailScale } from './scale.ts'

export interface RailedView {
  readonly surface: Surface
  readonly dom: TextDom
  readonly index: TextIndex
  readonly text: string
  readonly blocks: readonly Block[]
  readonly shown: Shown
  readonly tags: TagPaint
  /** The person scrolls by the rail. */
  scrolls(): void
  /** It is about to leave the place that is read; `jump` says so itself. */
  leaves(): void
  /** The passage at a mark was chosen. */
  jump(span: { start: number; end: number }): void
}

// While sections come near the window their heights change with every few lines that are scrolled.
const restMs = 150
/** A text that is opened is there before its rail. */
const firstMs = 100
const longestWaitMs = 300
const leastThumb = 24

/**
 * A rail in the place of the scroll bar: what of the text is in the window, and where in it annotations, claims and
 * found passages lie. Hidden from screen readers, for which the list of annotations and the keys to the next and the
 * previous one do the same. What changes is drawn after the frame in which it is painted in the text.
 */
export class Rail {
  readonly element = document.createElement('div')
  readonly #view: RailedView
  readonly #scale: RailScale
  readonly #source: RailSource
  readonly #canvas = document.createElement('canvas')
  readonly #thumb = document.createElement('div')
  readonly #label = document.createElement('div')
  readonly #stopWatching: () => void
  #thumbAt: { top: number; height: number; isHidden: boolean } | null = null
  #marks: RailMarks | null = null
  /** Rows whose annotations are to be looked at anew. */
  #stale: { from: number; to: number } | null = null
  #isFoundStale = true
  #isAsked = false
  readonly #first: ReturnType<typeof setTimeout>
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(view: RailedView) {
    this.#view = view
    const { shown, tags, surface } = view
    this.#scale = new RailScale(view.text, view.blocks, view.dom)
    this.#source = {
      get annotations() {
        return shown.annotations
      },
      isDrawn: (tag) => tags.isShown(tag) && !tags.isDimmed(tag),
      isClaim: (tag) => tags.roleOf(tag) === 'claim',
      isAnswered: (id) => shown.links.get(id)?.answered === true,
    }
    this.element.className = 'document-rail'
    this.element.setAttribute('aria-hidden', 'true')
    this.element.style.width = `${columns.width}px`
    this.#thumb.className = 'document-rail-thumb'
    this.#label.className = 'document-rail-label'
    this.#label.hidden = true
    this.element.append(this.#canvas, this.#thumb, this.#label)
    surface.root.after(this.element)
    this.#stopWatching = watchRail({
      element: this.element,
      thumb: this.#thumb,
      root: surface.root,
      scrolls: () => view.scrolls(),
      leaves: () => view.leaves(),
      pressed: (x, y) => this.#press(x, y),
      pointed: (y) => this.#point(y),
    })
    this.#isAsked = true
    this.#first = setTimeout(() => {
      this.#isAsked = false
      this.#ask()
    }, firstMs)
  }

  /** `blocks`: those that look different; without them all. */
  annotationsChanged(blocks?: ReadonlySet<number>): void {
    if (this.#marks === null) return
    const { from, to } = blocks
      ? this.#marks.rowsOf(Math.min(...blocks), Math.max(...blocks))
      : { from: 0, to: this.#marks.height }
    if (blocks?.size === 0) return
    this.#stale = {
      from: Math.min(from, this.#stale?.from ?? from),
      to: Math.max(to, this.#stale?.to ?? to),
    }
    this.#ask()
  }

  /** Found passages or copies are others. */
  foundChanged(): void {
    this.#isFoundStale = true
    this.#ask()
  }

  colorsChanged(): void {
    this.#ask()
  }

  /** The text or the window has another height. */
  shapeChanged(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#marks = null
      this.#ask()
    }, restMs)
  }

  /** Measures what stands for the window, and gives what then moves it there. */
  follow(): () => void {
    const { scrollTop, scrollHeight, clientHeight } = this.#view.surface.root
    const share = clientHeight / Math.max(1, scrollHeight)
    const height = Math.max(leastThumb, clientHeight * share)
    const middle = (scrollTop + clientHeight / 2) * share
    const top = Math.max(0, Math.min(clientHeight - height, middle - height / 2))
    const isHidden = scrollHeight <= clientHeight
    return () => {
      const before = this.#thumbAt
      if (before?.top === top && before.height === height && before.isHidden === isHidden) return
      this.#thumbAt = { top, height, isHidden }
      this.#thumb.style.height = `${height}px`
      this.#thumb.style.transform = `translateY(${top}px)`
      this.#thumb.hidden = isHidden
    }
  }

  #ask(): void {
    if (this.#isAsked) return
    this.#isAsked = true
    // All of it waits until there is nothing else to do, as while a text is being opened.
    if (this.#marks === null) requestIdleCallback(this.#draw, { timeout: longestWaitMs })
    else requestAnimationFrame(() => setTimeout(this.#draw))
  }

  readonly #draw = (): void => {
    this.#isAsked = false
    const { root, page } = this.#view.surface
    const height = root.clientHeight
    if (!root.isConnected || height === 0) return
    const marks = this.#marks
    if (marks?.height !== height) this.#measure(root, page, height)
    else if (this.#stale) marks.setAnnotations(this.#source, this.#stale.from, this.#stale.to)
    this.#stale = null
    const { found, currentFound, copies } = this.#view.shown
    if (this.#isFoundStale) {
      this.#marks!.setFound(found.start, currentFound)
      this.#marks!.setCopies(copies)
    }
    this.#isFoundStale = false
    this.follow()()
    this.#paint(this.#marks!)
  }

  #measure(root: HTMLElement, page: HTMLElement, height: number): void {
    const marks = new RailMarks(this.#view.index, this.#scale.measure(root, page, height), height)
    marks.setAnnotations(this.#source)
    this.#marks = marks
    this.#isFoundStale = true
  }

  #paint(marks: RailMarks): void {
    const canvas = this.#canvas
    const ratio = window.devicePixelRatio
    const width = Math.round(columns.width * ratio)
    const height = Math.round(marks.height * ratio)
    if (canvas.width !== width) canvas.width = width
    if (canvas.height !== height) canvas.height = height
    const size = `width: ${columns.width}px; height: ${marks.height}px;`
    if (canvas.style.cssText !== size) canvas.style.cssText = size
    const context = canvas.getContext('2d')
    if (!context) return
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    drawRail(context, marks, this.#view.tags.railColors())
  }

  #near(y: number): NearMarks | null {
    return this.#marks && marksNear(this.#marks, this.#source, this.#view.shown, y)
  }

  /** Whether there was a mark to go to. */
  #press(x: number, y: number): boolean {
    const near = this.#near(y)
    const span =
      near &&
      (x < columns.found.to
        ? near.found
        : x >= columns.claims.from
          ? (near.claim ?? near.annotation)
          : near.annotation)
    if (span) this.#view.jump(span)
    return Boolean(span)
  }

  #point(y: number | null): void {
    const near = y === null ? null : this.#near(y)
    const words = near ? wordsFor(near, this.#view.tags) : ''
    this.#label.hidden = words === ''
    this.#label.textContent = words
    if (y !== null) this.#label.style.top = `${y}px`
  }

  destroy(): void {
    clearTimeout(this.#first)
    clearTimeout(this.#timer)
    this.#stopWatching()
    this.element.remove()
  }
}
