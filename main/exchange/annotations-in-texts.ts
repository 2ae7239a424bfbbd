import { type CodePoints, codePointsOf } from './code-points.ts'
import type { Annotation, Dataset } from './dataset.ts'

export interface AnnotationInText {
  annotation: Annotation
  text: string
  points: CodePoints
}

/** Each annotation in order, with the text that it is in. Asks for each text once. */
export function* annotationsInTexts(dataset: Dataset): Generator<AnnotationInText> {
  let document: string | undefined
  let text = ''
  let points = codePointsOf('')
  for (const annotation of dataset.annotations) {
    if (annotation.document !== document) {
      document = annotation.document
      text = dataset.textOf(document).text
      points = codePointsOf(text)
    }
    yield { annotation, text, points }
  }
}
