import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { DocumentText as Text } from '../../preload/contract/document.ts'
import type { AnnotationId } from '../../preload/contract/ids.ts'
import { moveEnds } from '../commands/change-annotation.ts'
import { openLink } from '../commands/open-link.ts'
import { pointAt } from '../commands/point-at.ts'
import {
  DocumentText,
  type DocumentView,
  type DocumentViewEvents,
  type MenuAsked,
} from '../document/index.ts'
import { useAsideRoom } from '../panels/margin/aside-room.ts'
import { CounterTip } from '../panels/margin/CounterTip.tsx'
import { Margin } from '../panels/margin/Margin.tsx'
import { createPaintings } from '../panels/margin/paintings.ts'
import { openCopiesAt } from '../store/copies/copies.ts'
import { copiedPassages } from '../store/copies/copy-groups.ts'
import { feed, isSpoken, shownTags } from '../store/documents/document-feed.ts'
import { say, showFailure } from '../store/notices.ts'
import { leavePlaceOn } from '../store/places.ts'
import { focusAnnotation, leaveFocus } from '../store/reading/focus.ts'
import { useOwnReading, useReading } from '../store/reading/reading.ts'
import { spotlightNow } from '../store/reading/spotlight.ts'
import { viewMounted, viewOf, viewUnmounted } from '../store/views.ts'
import { type PaneSide, useWorkbench, workbench } from '../store/workbench.ts'
import { keepPlace, placeKept } from '../store/workspace.ts'
import { readingStyle } from '../theme/reading-style.ts'
import { TextMenu } from './TextMenu.tsx'
import { textPaintings } from './threads/text-paintings.ts'

/** The text of a document in one of the panes, joined to the store. */
export function Reader({ side, text }: { side: PaneSide; text: Text }) {
  const own = useOwnReading(text.id)
  const reading = useReading(text.id)
  const [readAt] = useState(() => placeKept(text.id)?.offset ?? 0)
  const [projectUid] = useState(() => workbench.getState().project?.uid)
  // While it is still on the page: later it has no place any more.
  useLayoutEffect(
    () => () => {
      const view = viewOf(side)
      if (view?.text === text) keepPlaceOf(view, projectUid)
    },
    [side, text, projectUid],
  )
  const pane = useRef<HTMLDivElement>(null)
  const { room, roomIn } = useAsideRoom(pane, reading.textSize)
  const showsLinks = useWorkbench((state) => state.margin.links)
  const [view, setView] = useState<DocumentView | null>(null)
  const [paintings] = useState(createPaintings)
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null)
  const [pointed, setPointed] = useState<AnnotationId | null>(null)
  useLayoutEffect(() => view?.setAside(room ?? 0), [view, room])
  const copies = useWorkbench((state) => state.copies)
  useEffect(() => {
    if (view && copies) view.setCopies(copiedPassages(copies, text.id))
  }, [view, copies, text])

  const events = {
    ...eventsOf(side, text),
    painted: () => {
      paintings.tell()
      textPaintings.tell()
    },
    pointed: setPointed,
    menuAsked(asked: MenuAsked) {
      pointAt(side, asked)
      setMenu({ x: asked.x, y: asked.y })
    },
  }
  const join = (joined: DocumentView) => {
    const part = connect(joined, side, text)
    setView(joined)
    return () => {
      setView(null)
      part()
    }
  }
  return (
    <div
      ref={pane}
      className="reader"
      style={own ? (readingStyle(reading) as CSSProperties) : undefined}
      data-margin={room !== null || undefined}
    >
      <DocumentText text={text} readAt={readAt} roomIn={roomIn} events={events} connect={join} />
      {view && room !== null && (
        <Margin side={side} view={view} paintings={paintings} hasRoom={room > 0} pointed={pointed} />
      )}
      <TextMenu at={menu} onClose={() => setMenu(null)} />
      {view && (
        <CounterTip side={side} view={view} pointed={pointed} hasCards={Boolean(room) && showsLinks} />
      )}
    </div>
  )
}

/** A view goes after its project has: its place is none in the next one. */
function keepPlaceOf(view: DocumentView, projectUid: string | undefined): void {
  if (workbench.getState().project?.uid !== projectUid) return
  keepPlace(view.text.id, { ...view.readingPlace(), caret: view.caret() })
}

function eventsOf(side: PaneSide, text: Text): DocumentViewEvents {
  const focus = (id: Parameters<typeof focusAnnotation>[0]) => focusAnnotation(id, side).catch(showFailure)
  return {
    selectionChanged: (span, caret) =>
      workbench.setState({ selected: { side, documentId: text.id, span, caret } }),
    focusLeft: () => leaveFocus(side),
    annotationClicked: focus,
    linkMarkClicked: focus,
    copyMarkClicked: (passage) => openCopiesAt(text.id, passage),
    adjusted: (id, spans) => moveEnds(id, spans).catch(showFailure),
    adjusting: (id) => workbench.setState({ adjusting: id !== null }),
    leaving: () => leavePlaceOn(side),
    sourceLinkOpened: (href) => openLink(href).catch(showFailure),
    say,
  }
}

function connect(view: DocumentView, side: PaneSide, text: Text): () => void {
  const documentId = text.id
  const { pending, focused, project } = workbench.getState()
  view.setTags(shownTags(workbench.getState()))
  view.setSpoken(isSpoken(workbench.getState()))
  view.setAdjustable(project?.readOnly === '')
  view.setPending(pending && 'annotation' in pending.end ? pending.end.annotation : null)
  view.setSpotlight(spotlightNow())
  const kept = placeKept(documentId)
  if (kept) {
    view.select({ start: kept.caret, end: kept.caret })
    // It is at the top already, and to ask for that would lay it out once more.
    if (kept.offset > 0 || kept.shift !== 0) view.goTo(kept)
  }
  feed(documentId, view).catch(showFailure)
  if (focused?.side === side && focused.annotation.documentId === documentId)
    view.setFocused(focused.annotation.id)
  const keep = () => keepPlaceOf(view, project?.uid)
  view.root.addEventListener('scrollend', keep)
  viewMounted(side, documentId, view)
  return () => {
    view.root.removeEventListener('scrollend', keep)
    viewUnmounted(side, view)
  }
}
