import './document.css'
import './blocks.css'
import './lists-and-tables.css'
import './breaks.css'
import './margin-marks.css'
import './handles.css'
import './flash.css'
import './focus.css'
import './spoken.css'
import './theme-colors.css'
import './rail/rail.css'

export { DocumentText, type DocumentTextProps } from './DocumentText.tsx'
export { createDocumentView } from './document-view.ts'
export { type TagLine, tagLines } from './tag-lines.ts'
export type {
  AnnotationPatch,
  CopyMark,
  DocumentView,
  DocumentViewEvents,
  LinkMark,
  Passage,
  ReadingPlace,
  RevealOptions,
  ShownTag,
  Stretches,
  TagLook,
  Unit,
} from './view.ts'
