import { namedTurns, speakerOfTurn } from '../../preload/contract/speaker-turns.ts'
import { type CodePoints, codePointsOf } from './code-points.ts'
import type { Annotation, Dataset } from './dataset.ts'

export interface AnnotationInText {
  annotation: Annotation
  text: string
  points: CodePoints
  /** Whom the turn names that it begins in, as the source writes it; '' outside of such turns. */
  turn: string
}

/** Each annotation in order, with the text that it is in. Asks for each text once. */
export function* annotationsInTexts(dataset: Dataset): Generator<AnnotationInText> {
  let document: string | undefined
  let text = ''
  let points = codePointsOf('')
  let turns: ReturnType<typeof namedTurns> = []
  for (const annotation of dataset.annotations) {
    if (annotation.document !== document) {
      document = annotation.document
      const structured = dataset.textOf(document)
      text = structured.text
      turns = namedTurns(structured.blocks)
      points = codePointsOf(text)
    }
    const turn = turns.length === 0 ? '' : speakerOfTurn(turns, annotation.spans[0]!.start)
    yield { annotation, text, points, turn }
  }
}
