import type { Annotation } from '../../preload/contract/annotation.ts'
import { lacksRequired } from '../../preload/contract/attribute-rules.ts'
import type { AnnotationId } from '../../preload/contract/ids.ts'
import { workbench } from '../store/workbench.ts'

/** Brings the keyboard to the attributes of an annotation as soon as the inspector shows it: to the first it lacks. */
function goToForm(id: AnnotationId): void {
  workbench.setState(({ shown }) => ({ shown: { ...shown, inspector: true }, formWanted: id }))
}

export function goToFormOfFocused(): void {
  const { focused } = workbench.getState()
  if (focused) goToForm(focused.annotation.id)
}

/** Opens the form of an annotation that lacks what its tag requires, unless the person does not want to be asked. */
export function askForRequired({ id, tagId, attributes }: Annotation): void {
  const { preferences, tags } = workbench.getState()
  const tag = tags.find((one) => one.id === tagId)
  if (preferences.askRequired && tag && lacksRequired(tag.attributes, attributes)) goToForm(id)
}
