import { takeKeyboard } from '../store/journeys.ts'
import { activate } from '../store/places.ts'
import { showArea } from '../store/screen.ts'
import { activeView } from '../store/views.ts'
import { type Middle, middles, workbench } from '../store/workbench.ts'

type Area = 'documents' | 'outline' | Exclude<Middle, 'texts'> | 'left' | 'right' | 'inspector' | 'answers'

const views = middles.filter((view) => view !== 'texts')
const order: readonly Area[] = ['documents', 'outline', ...views, 'left', 'right', 'inspector', 'answers']

/**
 * Moves the keyboard focus to the next or previous area of the window, or to a field of the inspector (which is
 * shown first when it is hidden). Areas and fields name themselves by `data-area` and `data-field-of`.
 */
export function goToArea(where: 'next' | 'previous' | 'note' | 'speaker'): void {
  takeKeyboard()
  if (where === 'next' || where === 'previous') {
    stepArea(where === 'next' ? 1 : -1)
    return
  }
  showArea('inspector')
  focusField(where)
}

/** Now, or as soon as the inspector shows the annotation in focus. */
function focusField(name: string): void {
  const { focused } = workbench.getState()
  if (!focused) return
  const details = document.querySelector(
    `[data-area="inspector"][data-annotation="${focused.annotation.id}"]`,
  )
  if (!details) {
    requestAnimationFrame(() => focusField(name))
    return
  }
  const field = details.querySelector<HTMLInputElement | HTMLTextAreaElement>(
    `[data-field-of="${name}"] :is(input, textarea)`,
  )
  field?.focus()
  // A name is given anew rather than gone on with.
  if (name === 'speaker') field?.select()
}

function stepArea(step: 1 | -1): void {
  const present = order.filter((area) => elementOf(area) !== null)
  const index = present.findIndex((area) => elementOf(area)?.contains(document.activeElement))
  const next = present[(index + step + present.length) % present.length]
  if (next) focusArea(next)
}

export function focusArea(area: Area): void {
  if (area === 'left' || area === 'right') {
    activate(area)
    activeView()?.focus()
    return
  }
  const element = elementOf(area)
  const inside =
    element?.querySelector<HTMLElement>('[data-area-start]') ??
    element?.querySelector<HTMLElement>('[role="grid"], [role="treegrid"], input, button')
  ;(inside ?? element)?.focus()
}

function elementOf(area: Area): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-area="${area}"]`)
}
