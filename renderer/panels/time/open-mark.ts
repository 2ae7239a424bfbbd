import { changeTimeView } from '../../store/argument/lives.ts'
import { showFailure } from '../../store/notices.ts'
import { goToAnnotation, otherSide } from '../../store/places.ts'
import { workbench } from '../../store/workbench.ts'
import type { Mark } from './clusters.ts'

/** Goes to the passage of a mark; the view remembers the mark, to come back to. */
export function openMark({ annotation, document, key }: Mark, beside: boolean): void {
  changeTimeView({ mark: key })
  const { activeSide } = workbench.getState()
  goToAnnotation(annotation, document, beside ? otherSide(activeSide) : activeSide).catch(showFailure)
}
