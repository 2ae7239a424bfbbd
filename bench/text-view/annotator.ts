import type { AnnotationColumns } from '../../preload/contract/annotation.ts'
import type { DocumentText } from '../../preload/contract/document.ts'

/** An annotator over a text that has just been put into the page. */
export interface Mounted {
  /** Gives a passage a tag, as a person would. `number` tells passages apart. */
  add(span: { start: number; end: number }, number: number): void
  remove(number: number): void
  end(): void
}

export type Annotator = (place: HTMLElement, text: DocumentText, columns: AnnotationColumns) => Mounted
