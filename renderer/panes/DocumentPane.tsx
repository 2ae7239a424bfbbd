import { Info, X } from 'lucide-react'
import { type FocusEvent, useEffect, useState } from 'react'
import type { DocumentText } from '../../preload/contract/document.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import { FindBar } from '../panels/finding/FindBar.tsx'
import { MarginButton } from '../panels/margin/MarginButton.tsx'
import { GoToBar } from '../panels/moving/GoToBar.tsx'
import { ReadingButton } from '../panels/reading/ReadingButton.tsx'
import { dateInWords } from '../store/date-in-words.ts'
import { loadText } from '../store/documents/document-feed.ts'
import { chooseDocuments } from '../store/documents/document-list.ts'
import { showFailure } from '../store/notices.ts'
import { activate, closePane } from '../store/places.ts'
import { showDialog } from '../store/screen.ts'
import { withDots } from '../store/with-dots.ts'
import { type PaneSide, useWorkbench, workbench } from '../store/workbench.ts'
import { IconButton } from '../ui/Button.tsx'
import { tellIfCut } from '../ui/tell-if-cut.ts'
import { Reader } from './Reader.tsx'
import { TagsButton } from './TagsButton.tsx'

/** One document being read: what it is, and its text. */
export function DocumentPane({
  side,
  documentId,
  alone,
}: {
  side: PaneSide
  documentId: DocumentId
  alone: boolean
}) {
  const active = useWorkbench((state) => state.activeSide === side)
  const summary = useWorkbench((state) => state.documents.find((one) => one.id === documentId))
  const title = summary?.title ?? ''
  const text = useDocumentText(documentId, summary?.language ?? '')
  const takeFocus = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.target)) return
    activate(side)
    // From here on commands mean the document that is read.
    if (workbench.getState().chosenDocuments.length > 0) chooseDocuments([])
  }
  return (
    <section
      className="pane"
      data-area={side}
      data-active={active && !alone}
      aria-label={alone ? title : `${title}, ${side} side`}
      onFocus={takeFocus}
    >
      <header className="pane-head">
        <h1 className="pane-title" title={title} dir="auto">
          {title}
        </h1>
        <p className="pane-source" onPointerEnter={tellIfCut}>
          {withDots([dateInWords(summary?.date ?? ''), summary?.outlet, summary?.author])}
        </p>
        <div className="pane-buttons">
          <TagsButton side={side} documentId={documentId} />
          <MarginButton />
          <ReadingButton side={side} documentId={documentId} />
          <IconButton
            icon={Info}
            label="Document details"
            onPress={() => showDialog({ kind: 'document-details', documentIds: [documentId] })}
          />
          {!alone && <IconButton icon={X} label="Close this side" onPress={() => closePane(side)} />}
        </div>
      </header>
      <FindBar side={side} />
      <GoToBar key={documentId} side={side} />
      {text && <Reader key={text.id} side={side} text={text} />}
    </section>
  )
}

/**
 * The text of a document as it is now; undefined until it has come. The one before stays until then. In another
 * language its words and sentences are others.
 */
function useDocumentText(documentId: DocumentId, language: string): DocumentText | undefined {
  const [text, setText] = useState<DocumentText>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text comes with its language
  useEffect(() => {
    let wanted = true
    loadText(documentId)
      .then((loaded) => wanted && setText(loaded))
      .catch(showFailure)
    return () => {
      wanted = false
    }
  }, [documentId, language])
  return text
}
