import { useLayoutEffect, useRef } from 'react'
import type { DocumentText as Text } from '../../preload/contract/document.ts'
import { createDocumentView } from './document-view.ts'
import type { DocumentView, DocumentViewEvents } from './view.ts'

export interface DocumentTextProps {
  /** Another object makes another view. */
  text: Text
  /** The offset that it will be read at first. */
  readAt: number
  /** The room beside the text in a place of a width, both in CSS pixels. Asked before there is a view. */
  roomIn(width: number): number
  /** The latest ones are called; they may be new at each rendering. */
  events: DocumentViewEvents
  /**
   * Connects the view to the store: tells it what is there, subscribes to what changes, and returns what ends
   * that. Called once for each view, so that annotations reach it outside rendering.
   */
  connect(view: DocumentView): () => void
}

/** A document’s text. Fills the element it stands in. */
export function DocumentText({ text, readAt, roomIn, events, connect }: DocumentTextProps) {
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef({ events, connect, readAt, roomIn })
  useLayoutEffect(() => {
    latest.current = { events, connect, readAt, roomIn }
  })

  const left = useRef<{ text: Text; caret: number } | null>(null)

  // In the frame that has the text: one earlier than an effect after painting would be.
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return
    const room = latest.current.roomIn(element.clientWidth)
    const view = createDocumentView(
      element,
      text,
      forwarding(() => latest.current.events),
      latest.current.readAt,
    )
    view.setAside(room)
    const disconnect = latest.current.connect(view)
    // A text that is drawn anew, as in another language, leaves the keyboard where it was.
    if (left.current?.text.id === text.id && left.current.text.revisionId === text.revisionId) {
      view.select({ start: left.current.caret, end: left.current.caret })
      view.focus()
    }
    return () => {
      left.current = view.hasFocus() ? { text, caret: view.caret() } : null
      disconnect()
      view.destroy()
    }
  }, [text])

  return <div className="document-place" ref={place} />
}

function forwarding(events: () => DocumentViewEvents): DocumentViewEvents {
  return {
    selectionChanged: (selection, caret) => events().selectionChanged?.(selection, caret),
    focusLeft: () => events().focusLeft?.(),
    annotationClicked: (id) => events().annotationClicked?.(id),
    linkMarkClicked: (id) => events().linkMarkClicked?.(id),
    copyMarkClicked: (passage) => events().copyMarkClicked?.(passage),
    menuAsked: (at) => events().menuAsked?.(at),
    adjusted: async (id, spans) => await events().adjusted?.(id, spans),
    adjusting: (id) => events().adjusting?.(id),
    sourceLinkOpened: (href) => events().sourceLinkOpened?.(href),
    leaving: () => events().leaving?.(),
    scrolled: () => events().scrolled?.(),
    painted: () => events().painted?.(),
    pointed: (id) => events().pointed?.(id),
    say: (sentence) => events().say?.(sentence),
  }
}
