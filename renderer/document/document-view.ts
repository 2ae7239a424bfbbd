// Joins the parts of the text view. The text is a ProseMirror document of its own for each revision; annotations
// are painted over it: highlights for the blocks near the window (painter), bars, signs and handles in layers above.
// Whatever changes says which blocks look different and asks for a frame; one frame measures, then writes.
import { AllSelection, TextSelection } from 'prosemirror-state'
import type { DocumentText } from '../../preload/contract/document.ts'
import type { AnnotationId, TagId } from '../../preload/contract/ids.ts'
import type { Span } from '../../preload/contract/text.ts'
import { Annotations, noColumns } from './annotations.ts'
import { boundsOf } from './bounds.ts'
import { buildDocument } from './build-document.ts'
import { EndAdjuster } from './end-adjuster.ts'
import { flash } from './flash.ts'
import { watchHandles } from './handle-drag.ts'
import { Handles } from './handles.ts'
import { HighlightSheet } from './highlight-sheet.ts'
import { characterAt, offsetNear } from './hit.ts'
import { MarginMarks } from './margin-marks.ts'
import { blocksNear } from './near-window.ts'
import { Painter } from './painter.ts'
import { watchPointer } from './pointer.ts'
import { caretMoveOf, edgeOfMove } from './reading-keys.ts'
import { Scrolling } from './scrolling.ts'
import { marksIn, paintsOf, type Shown, spansOf, strokesIn } from './strokes.ts'
import { mountSurface } from './surface.ts'
import { TagPaint } from './tag-paint.ts'
import { TextDom } from './text-dom.ts'
import { forgetThemeColors } from './theme-colors.ts'
import { watchTheme } from './theme-watch.ts'
import type { DocumentView, DocumentViewEvents } from './view.ts'

const isMac = navigator.platform.startsWith('Mac')

/** Draws `text` into `place`. The caller ends it with `destroy`. */
export function createDocumentView(
  place: HTMLElement,
  text: DocumentText,
  events: DocumentViewEvents,
): DocumentView {
  const { doc, index } = buildDocument(text)
  const bounds = boundsOf(text.text, text.language, text.blocks, index)
  const {
    root,
    page,
    marks: marksLayer,
    handles: handlesLayer,
    view,
  } = mountSurface(place, text, doc, (tr) => {
    if (tr.selectionSet) events.selectionChanged?.(selection(), caret())
  })
  const dom = new TextDom(view, index)
  const tags = new TagPaint()
  const sheet = new HighlightSheet()
  const scrolling = new Scrolling(root, dom, index, () => askForFrame())
  const shown: Shown = {
    annotations: new Annotations(index, noColumns, tags.isShown),
    links: new Map(),
    focused: null,
    hovered: null,
    pending: null,
    adjusting: null,
    found: [],
    currentFound: null,
    kept: null,
  }
  let isAdjustable = true

  const painter = new Painter(
    (block) => strokesIn(block, shown, index, tags, sheet),
    (block, start, end) => {
      const from = dom.placeIn(block, start)
      const to = dom.placeIn(block, end)
      return new StaticRange({
        startContainer: from.node,
        startOffset: from.offset,
        endContainer: to.node,
        endOffset: to.offset,
      })
    },
  )
  const margin = new MarginMarks(marksLayer, dom, (block) => marksIn(block, shown, index, tags))
  const handles = new Handles(handlesLayer, dom)

  let framesPainted = 0
  let frameAsked = 0
  const paint = () => {
    cancelAnimationFrame(frameAsked)
    frameAsked = 0
    const near = blocksNear(dom, root)
    painter.paint(near)
    margin.draw(painter.painted)
    const { focused, adjusting } = shown
    const withHandles =
      isAdjustable && focused !== null && tags.isShown(shown.annotations.tagOf(focused) ?? 0)
    handles.draw(
      withHandles
        ? {
            spans: spansOf(focused, shown),
            color: tags.colors(shown.annotations.tagOf(focused) ?? 0).line,
            active: adjuster.takesKeys && adjusting ? adjusting.end : null,
          }
        : null,
      (offset) => {
        const block = index.blockAt(offset)
        return near.first <= block && block <= near.last
      },
    )
    root.dataset.painted = String(++framesPainted)
    if (!scrolling.isSettling) root.removeAttribute('data-busy')
  }
  const askForFrame = () => {
    root.setAttribute('data-busy', '')
    if (frameAsked === 0) frameAsked = requestAnimationFrame(paint)
  }
  const looksDifferent = (blocks: Iterable<number>) => {
    const touched = [...blocks]
    painter.invalidate(touched)
    margin.invalidate(touched)
    askForFrame()
  }
  const allLooksDifferent = () => {
    painter.invalidateAll()
    margin.invalidateAll()
    askForFrame()
  }
  const blocksOfSpans = (spans: readonly Span[]) => {
    const blocks = new Set<number>()
    for (const { start, end } of spans) {
      const last = index.blockAt(end)
      for (let block = index.blockAt(start); block <= last; block++) blocks.add(block)
    }
    return blocks
  }
  /** Changes one of the annotations that stand out. */
  const standOut = (which: 'focused' | 'hovered' | 'pending', id: AnnotationId | null) => {
    if (shown[which] === id) return
    const before = shown[which]
    shown[which] = id
    for (const one of [before, id]) if (one !== null) looksDifferent(blocksOfSpans(spansOf(one, shown)))
  }

  const adjuster: EndAdjuster = new EndAdjuster({
    bounds,
    length: text.text.length,
    isMac,
    spansOf: (id) => shown.annotations.spansOf(id),
    show: (adjusting) => {
      const spans = [...(shown.adjusting?.spans ?? []), ...(adjusting?.spans ?? [])]
      const id = adjusting?.id ?? shown.adjusting?.id
      shown.adjusting = adjusting
      looksDifferent(blocksOfSpans([...spans, ...(id === undefined ? [] : shown.annotations.spansOf(id))]))
    },
    isRightToLeft: (offset) => dom.isRightToLeft(offset),
    offsetNear: (x, y) => offsetNear(dom, x, y),
    reveal: (offset) => scrolling.reveal({ start: offset, end: offset }, 'nearest'),
    wordsAt: ({ spans, end }) => {
      const span = spans[end.span]!
      const words = text.text.slice(span.start, span.end)
      return end.edge === 'start' ? shortened(words, 1) : shortened(words, -1)
    },
    keep: (id, spans) => events.adjusted?.(id, spans),
    say: (sentence) => events.say?.(sentence),
    keysTaken: (id) => {
      root.toggleAttribute('data-adjusting', id !== null)
      events.adjusting?.(id)
    },
  })

  const selection = (): Span | null => {
    const { from, to, empty } = view.state.selection
    if (empty) return null
    return bounds.snap({ start: index.toOffset(from, 1), end: index.toOffset(to, -1) })
  }
  const caret = (): number => index.toOffset(view.state.selection.head, 1)
  const selectBetween = (anchor: number, head: number) => {
    const { doc } = view.state
    const made = TextSelection.create(doc, index.toPosition(anchor), index.toPosition(head))
    view.dispatch(view.state.tr.setSelection(made))
  }
  const reveal: DocumentView['reveal'] = (span, { align = 'third', flash: lightsUp = false } = {}) => {
    scrolling.reveal(span, align)
    askForFrame()
    if (lightsUp) flash(handlesLayer, () => [...dom.range(span.start, span.end).getClientRects()])
  }
  const annotationsAt = (offset: number) => shown.annotations.at(offset, tags.isShown)

  /** Takes over a selection that the browser has made and not told of yet. */
  const takeSelection = () => {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {}
    if (!view.hasFocus() || !anchorNode || !focusNode) return
    const anchor = dom.offsetAt({ node: anchorNode, offset: anchorOffset ?? 0 })
    const head = dom.offsetAt({ node: focusNode, offset: focusOffset ?? 0 })
    if (anchor === null || head === null) return
    const { selection } = view.state
    const isKnown = index.toOffset(selection.anchor, 1) === anchor && index.toOffset(selection.head, 1) === head
    if (!isKnown && !(selection instanceof AllSelection)) selectBetween(anchor, head)
  }

  const pressed = (event: KeyboardEvent) => {
    takeSelection()
    scrolling.stop()
    if (adjuster.key(event)) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    const move = caretMoveOf(event, isMac)
    if (move) {
      event.preventDefault()
      const to = bounds.step(caret(), move.unit, move.direction, edgeOfMove(move))
      selectBetween(move.extend ? index.toOffset(view.state.selection.anchor, 1) : to, to)
      scrolling.reveal({ start: to, end: to }, 'nearest')
    } else if (isKeyWithCommand(event, 'a')) {
      event.preventDefault()
      view.dispatch(view.state.tr.setSelection(new AllSelection(view.state.doc)))
    } else if (isKeyWithCommand(event, 'Enter')) {
      const link = sourceLinkAt(caret())
      if (!link) return
      event.preventDefault()
      events.sourceLinkOpened?.(link)
    }
  }
  const sourceLinkAt = (offset: number) =>
    text.marks.flatMap((mark) =>
      mark.kind === 'link' && mark.start <= offset && offset <= mark.end ? [mark.href] : [],
    )[0]

  const keepSelectionVisible = (isAway: boolean) => {
    const before = shown.kept
    shown.kept = isAway ? selection() : null
    for (const span of [before, shown.kept]) if (span) looksDifferent(blocksOfSpans([span]))
  }

  const ended = new AbortController()
  const listen = <K extends keyof HTMLElementEventMap>(
    target: HTMLElement,
    name: K,
    then: (event: HTMLElementEventMap[K]) => void,
    capture = false,
  ) =>
    target.addEventListener(name, then, {
      signal: ended.signal,
      capture,
      passive: name === 'scroll' || name === 'wheel',
    })

  // Before ProseMirror, which would cancel Enter and Escape; they and the letters are for whoever listens above.
  view.setProps({
    handleDOMEvents: {
      keydown: (_view, event) => {
        pressed(event)
        return true
      },
      keypress: () => true,
      copy: (_view, event) => {
        const span = selection()
        event.preventDefault()
        if (span) event.clipboardData?.setData('text/plain', text.text.slice(span.start, span.end))
        return true
      },
    },
  })
  listen(root, 'scroll', () => {
    askForFrame()
    events.scrolled?.()
  })
  listen(root, 'wheel', () => scrolling.stop())
  listen(root, 'pointerdown', (event) => {
    scrolling.stop()
    if (!(event.target as Element).closest('.document-handle')) adjuster.stop(true)
  })
  listen(view.dom, 'focus', () => keepSelectionVisible(false))
  listen(view.dom, 'blur', () => keepSelectionVisible(true))

  const stopPointer = watchPointer({
    root,
    characterAt: (x, y) => characterAt(dom, x, y, bounds.wholeCharacter),
    annotationsAt,
    hasSelection: () => !view.state.selection.empty,
    clicked: (id) => events.annotationClicked?.(id),
    signClicked: (id) => events.linkMarkClicked?.(id),
    signHovered: (id) => standOut('hovered', id),
    sourceLinkClicked: (href) => events.sourceLinkOpened?.(href),
    menuAsked: (x, y) => {
      const offset = offsetNear(dom, x, y) ?? caret()
      events.menuAsked?.({ x, y, offset, here: annotationsAt(offset) })
    },
  })
  const stopHandles = watchHandles({
    root,
    handles: handlesLayer,
    grab: (end) => {
      if (shown.focused !== null) adjuster.grab(shown.focused, end)
    },
    dragTo: (x, y, byCharacter) => adjuster.dragTo(x, y, byCharacter),
    drop: () => adjuster.drop(),
    isDragging: () => adjuster.isDragging,
  })
  const escaped = (event: KeyboardEvent) => {
    if (!adjuster.isDragging || event.key !== 'Escape') return
    adjuster.key(event)
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('keydown', escaped, { capture: true, signal: ended.signal })

  const stopTheme = watchTheme(() => {
    forgetThemeColors()
    sheet.setPaints(paintsOf(tags))
    allLooksDifferent()
  })
  let width = 0
  const resized = new ResizeObserver(() => {
    if (page.clientWidth !== width) {
      width = page.clientWidth
      margin.invalidateAll()
    }
    // Now, and not in the next frame: heights that were estimated have become true, and the layers must follow.
    paint()
  })
  resized.observe(page)
  resized.observe(root)

  return {
    text,
    root,

    setTags(next) {
      tags.set(next)
      sheet.setPaints(paintsOf(tags))
      shown.annotations.layOutLanes(tags.isShown)
      allLooksDifferent()
    },
    setAnnotations(columns) {
      shown.annotations = new Annotations(index, columns, tags.isShown)
      allLooksDifferent()
    },
    patchAnnotations(patch) {
      looksDifferent(shown.annotations.patch(patch, text.id))
    },
    setLinkMarks(links) {
      shown.links = new Map(links)
      allLooksDifferent()
    },
    patchLinkMarks(changed) {
      for (const [id, link] of changed) {
        if (link) shown.links.set(id, link)
        else shown.links.delete(id)
        looksDifferent(shown.annotations.blocksOf(id))
      }
    },
    setPending: (id) => standOut('pending', id),
    setFocused(id) {
      if (id !== shown.focused) adjuster.stop(false)
      standOut('focused', id)
    },
    setFound(found, current) {
      const before = shown.found
      shown.found = found
      shown.currentFound = current
      if (before.length > 0 || found.length > 0) allLooksDifferent()
    },
    setAdjustable(adjustable) {
      isAdjustable = adjustable
      if (!adjustable) adjuster.stop(false)
      askForFrame()
    },

    selection,
    caret,
    select: ({ start, end }) => selectBetween(start, end),
    around: (offset, unit) => bounds.around(offset, unit),
    reveal,
    revealAnnotation(id, options) {
      const first = shown.annotations.spansOf(id)[0]
      if (first) reveal(first, options)
    },

    annotationsAt,
    spansOf: (id) => shown.annotations.spansOf(id),
    tagOf: (id) => shown.annotations.tagOf(id) as TagId | undefined,
    inReadingOrder: () => shown.annotations.inReadingOrder(tags.isShown),
    neighbour: (from, step) => shown.annotations.neighbour(from, step, tags.isShown),

    startAdjusting(id) {
      if (!isAdjustable) return
      standOut('focused', id)
      adjuster.start(id)
    },
    stopAdjusting: (keep) => adjuster.stop(keep),

    readingPlace: () => scrolling.place(),
    goTo(at) {
      scrolling.goTo(at)
      askForFrame()
    },
    focus: () => view.focus(),
    hasFocus: () => view.hasFocus(),

    destroy() {
      adjuster.stop(false)
      ended.abort()
      cancelAnimationFrame(frameAsked)
      scrolling.stop()
      resized.disconnect()
      stopTheme()
      stopHandles()
      stopPointer()
      painter.invalidateAll()
      sheet.destroy()
      view.destroy()
      root.remove()
    },
  }
}

function isKeyWithCommand({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, wanted: string): boolean {
  return key.toLowerCase() === wanted.toLowerCase() && (isMac ? metaKey : ctrlKey) && !altKey
}

const wordsShown = 40

/** The beginning (1) or the end (-1) of a passage. */
function shortened(words: string, side: 1 | -1): string {
  if (words.length <= wordsShown) return words
  return side > 0 ? `${words.slice(0, wordsShown)}…` : `…${words.slice(-wordsShown)}`
}
