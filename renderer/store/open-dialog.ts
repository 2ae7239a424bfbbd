import type { AnnotationId, ClaimId, DocumentId, SpeakerId } from '../../preload/contract/ids.ts'
import type { InputOf } from '../../preload/contract/index.ts'
import type { AnnotationSet, BroughtSet, LastImport, RefusedSet } from './annotation-sets/planned-sets.ts'

/** `beside` came in with annotations, and not as texts. */
export interface AnnotationsDone {
  beside: readonly string[]
}

/** The same of several sets. `alone`: the only one of them that can be read, which was not asked about yet. */
export interface SetsDone extends AnnotationsDone {
  brought: readonly BroughtSet[]
  refused: readonly RefusedSet[]
  alone?: AnnotationSet
}

/** Hits as they stood when somebody asked to tag them, all where `at` is null; `count` is null while they are counted. */
export interface HitsToTag extends Omit<InputOf<'search.createAnnotations'>, 'tagId'> {
  count: number | null
}

/** A dialog that is open over the workbench. */
export type OpenDialog =
  | { kind: 'palette' }
  | { kind: 'go-to-document'; beside: boolean }
  | { kind: 'find-passage'; purpose: 'go' | 'link' }
  | { kind: 'shortcuts'; editing?: boolean }
  | { kind: 'guide' }
  | { kind: 'about' }
  | { kind: 'preferences' }
  | { kind: 'project' }
  | { kind: 'export'; documentIds?: DocumentId[] }
  | { kind: 'codebook' }
  | { kind: 'cue-words' }
  | { kind: 'compare'; ids: AnnotationId[] }
  | { kind: 'looking'; task: string }
  | { kind: 'import-desk' }
  | { kind: 'import-report'; report: LastImport }
  | ({
      kind: 'import-annotations'
      /** What was chosen together with it and holds no annotations. */
      beside: readonly string[]
      onDone: (done: AnnotationsDone) => void
    } & AnnotationSet)
  | {
      kind: 'import-annotation-sets'
      sets: readonly AnnotationSet[]
      beside: readonly string[]
      onDone: (done: SetsDone) => void
    }
  | { kind: 'document-details'; documentIds: DocumentId[] }
  | { kind: 'new-collection'; documentIds: DocumentId[] }
  | { kind: 'rename-collection'; name: string }
  | { kind: 'filter-column'; columnId: string }
  | { kind: 'rename-field'; name: string }
  | { kind: 'delete-documents'; documentIds: DocumentId[] }
  | { kind: 'original'; documentId: DocumentId }
  | { kind: 'choose-tag'; purpose: 'tag' | 'retag' | 'retag-many' }
  | { kind: 'tag-hits'; hits: HitsToTag }
  | { kind: 'choose-speaker' }
  | { kind: 'set-attribute' }
  | { kind: 'choose-link-type' }
  | { kind: 'state-claim'; annotationIds: AnnotationId[] }
  | { kind: 'new-claim'; annotationIds: AnnotationId[]; words: string }
  | { kind: 'confrontation-copy' }
  | { kind: 'merge-claims'; ids: ClaimId[] }
  | { kind: 'split-claim'; id: ClaimId }
  | { kind: 'merge-speakers'; ids: SpeakerId[] }
  | { kind: 'split-speaker'; id: SpeakerId }
  | { kind: 'tag-found'; which: 'this' | 'all' }
  | { kind: 'save-search' }
  | { kind: 'save-work-list' }
  | { kind: 'replace-file'; path: string; content: string | Uint8Array<ArrayBuffer> }
  | { kind: 'print'; documentId: DocumentId; makes: 'paper' | 'pdf' }
