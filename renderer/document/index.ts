import './document.css'

export { DocumentText, type DocumentTextProps } from './DocumentText.tsx'
export { createDocumentView } from './document-view.ts'
export type {
  AnnotationPatch,
  DocumentView,
  DocumentViewEvents,
  LinkMark,
  ReadingPlace,
  RevealOptions,
  ShownTag,
  Unit,
} from './view.ts'
