// Joins the parts of the text view. The text is a ProseMirror document of its own for each revision; annotations
// are painted over it: highlights for the blocks near the window, bars, signs and handles in layers above. A little
// over 400 lines: one function, since all that is joined here shares the parts, and each part has a file of its own.
import type { DocumentText } from '../../preload/contract/document.ts'
import type { TagId } from '../../preload/contract/ids.ts'
import { boundsOf } from './hand/bounds.ts'
import { Caret } from './hand/caret.ts'
import { EndAdjuster } from './hand/end-adjuster.ts'
import { watchHandles } from './hand/handle-drag.ts'
import { characterAt, offsetNear } from './hand/hit.ts'
import { type KeyedView, pressKey } from './hand/keyboard.ts'
import { watchPointer } from './hand/pointer.ts'
import { Annotations } from './painting/annotations.ts'
import { answeredOtherwise } from './painting/answered-otherwise.ts'
import { boxAround } from './painting/box-around.ts'
import { flash } from './painting/flash.ts'
import { Painting } from './painting/painting.ts'
import { Spotlight } from './painting/spotlight.ts'
import { forgetThemeColors } from './painting/theme-colors.ts'
import { Rail } from './rail/rail.ts'
import { Scrolling } from './scrolling.ts'
import { Spoken } from './spoken/spoken.ts'
import { spokenIn } from './spoken/spoken-segments.ts'
import { breaksInside } from './text/breaks.ts'
import { buildDocument, drawnBlocks } from './text/build-document.ts'
import { watchPrinting, watchShape, watchTheme } from './text/look-watch.ts'
import { sourceLinkAt } from './text/source-links.ts'
import { mountSurface } from './text/surface.ts'
import { TextDom } from './text/text-dom.ts'
import type { DocumentView, DocumentViewEvents, ReadingPlace } from './view.ts'

const isMac = navigator.platform.startsWith('Mac')
/** Room beside the text under this, in CSS pixels, is for narrow cards. */
const narrowAside = 204

const movesCaret = /^(Arrow(Up|Down|Left|Right)|Home|End|Page(Up|Down))$/

/** Draws `text` into `place`, first what is around the offset `readAt`. The caller ends it with `destroy`. */
export function createDocumentView(
  place: HTMLElement,
  text: DocumentText,
  events: DocumentViewEvents,
  readAt = 0,
): DocumentView {
  const { doc, index } = buildDocument(text)
  const pages = breaksInside(text.blocks, text.breaks)
  const bounds = boundsOf(text.text, text.language, text.blocks, index)
  const surface = mountSurface(place, text, { doc, position: index.toPosition(readAt) }, (tr) => {
    if (!tr.selectionSet) return
    spotlight.follow()
    events.selectionChanged?.(caret.selection(), caret.ends().head)
    if (movesByKey && hasLeftFocus()) events.focusLeft?.()
  })
  // Else whatever goes to a place in the text would count as leaving the one before.
  let movesByKey = false
  const hasLeftFocus = () => {
    if (shown.focused === null) return false
    const { anchor, head } = caret.ends()
    const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)]
    return !shown.annotations.spansOf(shown.focused).some(({ start, end }) => start <= to && from <= end)
  }
  const { root, view, builder } = surface
  const dom = new TextDom(surface, index, text.text)
  const caret = new Caret(view, dom, index, bounds)
  builder.attach(view, () => caret.takeOver())
  const spotlight = new Spotlight(root, dom, index, () => caret.ends().head)
  const scrolling = new Scrolling(root, dom, index, () => painting.askForFrame())
  const painting = new Painting(
    surface,
    dom,
    index,
    pages,
    () => scrolling.isSettling,
    () => rail.follow(),
    () => {
      builder.goOn()
      events.painted?.()
    },
  )
  const { shown, tags } = painting

  const adjuster: EndAdjuster = new EndAdjuster({
    bounds,
    text: text.text,
    isMac,
    spansOf: (id) => shown.annotations.spansOf(id),
    show(adjusting) {
      const id = adjusting?.id ?? shown.adjusting?.id
      const stored = id === undefined ? [] : shown.annotations.spansOf(id)
      painting.spansLookDifferent([...(shown.adjusting?.spans ?? []), ...(adjusting?.spans ?? []), ...stored])
      shown.adjusting = adjusting
      painting.keysAdjust = adjuster.takesKeys
    },
    isRightToLeft: (offset) => dom.isRightToLeft(offset),
    offsetNear: (x, y) => offsetNear(dom, x, y),
    reveal: (offset) => scrolling.reveal({ start: offset, end: offset }, 'nearest'),
    keep: (id, spans) => events.adjusted?.(id, spans),
    say: (sentence) => events.say?.(sentence),
    keysTaken(id) {
      root.toggleAttribute('data-adjusting', id !== null)
      events.adjusting?.(id)
    },
  })

  const annotationsAt = (offset: number) => shown.annotations.at(offset, tags.isShown)
  const openSourceLink = (href: string | undefined) => {
    if (href !== undefined) events.sourceLinkOpened?.(href)
    return href !== undefined
  }
  const keepSelectionInSight = (isAway: boolean) => {
    const before = shown.kept
    shown.kept = isAway ? caret.selection() : null
    painting.spansLookDifferent([before, shown.kept].filter((span) => span !== null))
  }
  const reveal: DocumentView['reveal'] = (span, { align = 'third', flash: lightsUp = false } = {}) => {
    scrolling.reveal(span, align)
    if (lightsUp) flash(surface.handles, () => [...dom.range(span.start, span.end).getClientRects()])
  }

  const rail: Rail = new Rail({
    surface,
    dom,
    index,
    text: text.text,
    blocks: drawnBlocks(text),
    shown,
    tags,
    scrolls: () => scrolling.stop(),
    leaves: () => events.leaving?.(),
    jump(span) {
      events.leaving?.()
      reveal(span, { flash: true })
    },
  })

  const looksDifferent = (touched: ReadonlySet<number>) => {
    if (touched.size === 0) return
    painting.looksDifferent(touched)
    rail.annotationsChanged(touched)
  }

  const spoken = new Spoken(view, index, (block) => spokenIn(block, shown, index, tags))

  const keys: KeyedView = {
    isMac,
    caret,
    bounds,
    length: text.text.length,
    adjust: (event) => adjuster.key(event),
    leaves: () => events.leaving?.(),
    scrollTo: (offset) => scrolling.reveal({ start: offset, end: offset }, 'nearest'),
    openSourceLink: (offset) => openSourceLink(sourceLinkAt(text, offset)),
  }
  // Before ProseMirror, which would prevent Enter and Escape; they and the letters are for whoever listens above.
  view.setProps({
    handleDOMEvents: {
      keydown(_view, event) {
        scrolling.stop()
        movesByKey = movesCaret.test(event.key)
        pressKey(event, keys)
        return true
      },
      keypress: () => true,
      copy(_view, event) {
        const { anchor, head } = caret.ends()
        const start = bounds.wholeCharacter(Math.min(anchor, head), -1)
        const end = bounds.wholeCharacter(Math.max(anchor, head), 1)
        // What the source has, line ends at the edges too; the page itself lacks what is not laid out.
        if (start < end) event.clipboardData?.setData('text/plain', text.text.slice(start, end))
        event.preventDefault()
        return true
      },
    },
  })

  // What stays where it is when the text gets another width or is set in another way: the annotation in focus if it is in sight, else the top.
  let anchor: ReadingPlace | null = null
  // Between a new width and what follows from it the place is not the reader's; the first one is told by `watchShape`.
  let settledWidth: number | null = null
  const takeAnchor = () => {
    if (surface.page.clientWidth !== settledWidth) return
    const focused = shown.focused === null ? undefined : shown.annotations.spansOf(shown.focused)[0]
    anchor = (focused && scrolling.placeInSight(focused.start)) ?? scrolling.place()
  }

  const ended = new AbortController()
  const { signal } = ended
  root.addEventListener(
    'scroll',
    () => {
      painting.askForFrame()
      events.scrolled?.()
    },
    { signal, passive: true },
  )
  root.addEventListener('scrollend', takeAnchor, { signal, passive: true })
  root.addEventListener('wheel', () => scrolling.stop(), { signal, passive: true })
  root.addEventListener(
    'pointerdown',
    ({ target }) => {
      scrolling.stop()
      movesByKey = false
      if (!(target as Element).closest('.document-handle')) adjuster.stop(true)
    },
    { signal },
  )
  // When the text gets the keyboard, ProseMirror puts its own selection back after a moment, unless it knows the new.
  view.dom.addEventListener('mousedown', () => setTimeout(() => caret.takeOver()), { signal })
  view.dom.addEventListener('focus', () => keepSelectionInSight(false), { signal })
  view.dom.addEventListener('blur', () => keepSelectionInSight(true), { signal })

  const stopWatching = [
    watchPointer({
      root,
      characterAt: (x, y) => characterAt(dom, x, y, bounds.wholeCharacter),
      annotationsAt,
      hasSelection: () => caret.selection() !== null,
      clicked: (id) => events.annotationClicked?.(id),
      signClicked: (id) => events.linkMarkClicked?.(id),
      copySignClicked: (passage) => events.copyMarkClicked?.(passage),
      signHovered: (id) => painting.standOut('hovered', id),
      pointed: (id) => events.pointed?.(id),
      sourceLinkClicked: openSourceLink,
      menuAsked(x, y, byKey) {
        const over = byKey ? caret.ends().head : characterAt(dom, x, y, bounds.wholeCharacter)
        const offset = over ?? offsetNear(dom, x, y) ?? caret.ends().head
        events.menuAsked?.({ x, y, byKey, offset, here: over === null ? [] : annotationsAt(over) })
      },
    }),
    watchHandles({
      root,
      handles: surface.handles,
      grab(end) {
        if (shown.focused !== null) adjuster.grab(shown.focused, end)
      },
      dragTo: (x, y, unit) => adjuster.dragTo(x, y, unit),
      drop: () => adjuster.drop(),
      cancel: () => adjuster.stop(false),
      isDragging: () => adjuster.isDragging,
    }),
    watchTheme(() => {
      forgetThemeColors()
      painting.paintChanged()
      rail.colorsChanged()
    }),
    watchPrinting(
      () => {
        builder.buildRest()
        painting.paintAll()
      },
      () => painting.askForFrame(),
    ),
    watchShape(surface, (isSetAnew) => {
      settledWidth = surface.page.clientWidth
      if (isSetAnew) {
        painting.shapeChanged()
        if (anchor) scrolling.goTo(anchor)
      }
      // Now, and not in the next frame: heights that were estimated have become true, and the layers must follow.
      painting.paint()
      rail.shapeChanged()
    }),
  ]

  return {
    text,
    root,
    aside: surface.aside,

    setTags(next) {
      tags.set(next)
      shown.annotations.layOutLanes(tags.isShown)
      spoken.draw()
      painting.paintChanged()
      rail.annotationsChanged()
    },
    setAnnotations(columns) {
      shown.annotations = new Annotations(index, columns, tags.isShown)
      spoken.draw()
      painting.allLooksDifferent()
      rail.annotationsChanged()
    },
    patchAnnotations(patch) {
      const { touched, arrived } = shown.annotations.patch(patch, text.id)
      const all = new Set([...touched, ...arrived])
      spoken.patch(all)
      painting.arrived(arrived)
      if (touched.size > 0) painting.looksDifferent(touched)
      rail.annotationsChanged(all)
    },
    expectAnnotation(tagId, spans) {
      const { annotations } = shown
      const expected = tags.isShown(tagId) ? annotations.expect(tagId, spans) : null
      if (expected) painting.looksDifferent(expected.touched)
      return () => {
        if (!expected || annotations !== shown.annotations || !root.isConnected) return
        looksDifferent(annotations.giveUp(expected.id))
      }
    },
    setLinkMarks(links) {
      const before = shown.links
      shown.links = new Map(links)
      if (spoken.isOn) spoken.patch(shown.annotations.blocksOfAll(answeredOtherwise(before, links)))
      painting.allLooksDifferent()
      rail.annotationsChanged()
    },
    patchLinkMarks(changed) {
      for (const [id, link] of changed) {
        if (link) shown.links.set(id, link)
        else shown.links.delete(id)
        const touched = shown.annotations.blocksOf(id)
        spoken.patch(touched)
        looksDifferent(touched)
      }
    },
    setCopies(copies) {
      if (copies.length === 0 && shown.copies.length === 0) return
      shown.copies = copies
      painting.marginsChanged()
      rail.foundChanged()
    },
    setPending: (id) => painting.standOut('pending', id),
    setFocused(id) {
      if (id !== shown.focused) adjuster.stop(false)
      painting.standOut('focused', id)
      // Behind the painting in the same frame: the page is to be laid out there anyhow. Later it would be once more,
      // with all that the panels have changed meanwhile.
      requestAnimationFrame(() => root.isConnected && takeAnchor())
    },
    setFound(found, current) {
      if (shown.found.start.length === 0 && found.start.length === 0) return
      shown.found = found
      shown.currentFound = current
      painting.foundChanged()
      rail.foundChanged()
    },
    setSpoken(isSpoken) {
      if (isSpoken) builder.buildRest()
      if (spoken.set(isSpoken)) painting.allLooksDifferent()
    },
    setAdjustable(adjustable) {
      if (!adjustable) adjuster.stop(false)
      painting.isAdjustable = adjustable
      painting.askForFrame()
    },

    setAside(width) {
      if (root.style.getPropertyValue('--aside') === `${width}px`) return
      root.style.setProperty('--aside', `${width}px`)
      root.toggleAttribute('data-aside-narrow', width > 0 && width < narrowAside)
    },
    setHovered: (id) => painting.standOut('hovered', id),
    passagesInSight: () => painting.passagesInSight(),
    boxOf(id) {
      const view = root.getBoundingClientRect()
      const rects = shown.annotations
        .spansOf(id)
        .flatMap((span) => painting.partNear(span) ?? [])
        .flatMap(({ start, end }) => [...dom.range(start, end).getClientRects()])
        .filter(({ top, bottom }) => bottom > view.top && top < view.bottom)
      return rects.length === 0 ? null : boxAround(rects)
    },

    setSpotlight: (on) => spotlight.set(on),

    selection: () => caret.selection(),
    caret: () => caret.ends().head,
    select({ start, end }) {
      movesByKey = false
      caret.select(start, end)
      // What is shown from a list that keeps the keyboard.
      if (!view.hasFocus()) keepSelectionInSight(true)
    },
    around: (offset, unit) => bounds.around(offset, unit),
    reveal,
    revealAnnotation(id, options) {
      const first = shown.annotations.spansOf(id)[0]
      if (first) reveal(first, options)
    },

    annotationsAt,
    spansOf: (id) => shown.annotations.spansOf(id),
    tagOf: (id) => shown.annotations.tagOf(id),
    tagCounts: () => shown.annotations.rows.counts as ReadonlyMap<TagId, number>,
    countBegun: ({ start, end }) => shown.annotations.begunBetween(start, end),
    placeOf: (id) => shown.annotations.placeOf(id),
    inReadingOrder: () => shown.annotations.inReadingOrder(tags.isShown),
    neighbour: (from, step) => shown.annotations.neighbour(from, step, tags.isShown),

    startAdjusting(id) {
      if (!painting.isAdjustable) return
      painting.standOut('focused', id)
      adjuster.start(id)
    },
    stopAdjusting: (keep) => adjuster.stop(keep),

    readingPlace: () => scrolling.place(),
    offsetInSight: (share) => scrolling.offsetAt(share),
    goTo: (place) => scrolling.goTo(place),
    focus: () => view.focus(),
    hasFocus: () => view.hasFocus(),
    copy() {
      view.focus()
      document.execCommand('copy')
    },

    destroy() {
      adjuster.stop(false)
      ended.abort()
      scrolling.stop()
      for (const stop of stopWatching) stop()
      builder.end()
      rail.destroy()
      painting.destroy()
      view.destroy()
      root.remove()
    },
  }
}
