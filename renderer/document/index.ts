import './document.css'
import './text/blocks.css'
import './text/lists-and-tables.css'
import './text/breaks.css'
import './painting/margin-marks.css'
import './hand/handles.css'
import './painting/flash.css'
import './focus.css'
import './spoken/spoken.css'
import './painting/theme-colors.css'
import './rail/rail.css'

export { DocumentText, type DocumentTextProps } from './DocumentText.tsx'
export { createDocumentView } from './document-view.ts'
export { isMovedByHand } from './hand/moved-by-hand.ts'
export { type TagLine, tagLines, toSecond } from './painting/tag-lines.ts'
export type {
  AnnotationPatch,
  CopyMark,
  DocumentView,
  DocumentViewEvents,
  LinkMark,
  MenuAsked,
  Passage,
  ReadingPlace,
  RevealOptions,
  ShownTag,
  Stretches,
  TagLook,
  Unit,
} from './view.ts'
