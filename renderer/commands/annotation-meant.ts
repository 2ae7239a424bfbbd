import { type CommandId, commands } from '../../preload/contract/commands/index.ts'
import type { AnnotationId } from '../../preload/contract/ids.ts'
import type { DocumentView } from '../document/index.ts'
import { leftOn } from '../store/reading/focus.ts'
import { viewOf } from '../store/views.ts'
import type { Workbench } from '../store/workbench.ts'
import { standsOn } from './passage-to-tag.ts'

/** They join what is selected to an annotation: the caret had to leave it for that. */
const takesTheOneLeft: ReadonlySet<CommandId> = new Set(['annotation.add-part', 'annotation.move'])

/** They say themselves where the caret must stand. */
const cutsTheOneLeft: ReadonlySet<CommandId> = new Set(['annotation.remove-part', 'annotation.split'])

/** Whether a command acts on an annotation of the text that is read. */
export function actsOnAnnotation(id: CommandId): boolean {
  const { needs } = commands[id]
  return needs === 'annotation' || needs === 'claim' || id === 'link.start'
}

/**
 * What such a command takes while no annotation is in focus: the innermost one at the caret. What changes the words
 * of an annotation may also take the one that the caret has just left. Null where there is none.
 */
export function annotationMeant(id: CommandId, state: Workbench): AnnotationId | null {
  if (state.focused !== null || state.middle !== 'texts') return null
  const view = viewOf(state.activeSide)
  if (!view) return null
  const here = () => annotationHere(view, state)
  const left = () => {
    const one = leftOn(state.activeSide)
    return one !== null && view.spansOf(one).length > 0 ? one : null
  }
  if (takesTheOneLeft.has(id)) return left() ?? here()
  return here() ?? (cutsTheOneLeft.has(id) ? left() : null)
}

/** Asked for many commands at once, and the same for all of them. */
const known = new WeakMap<Workbench, AnnotationId | null>()

function annotationHere(view: DocumentView, state: Workbench): AnnotationId | null {
  let found = known.get(state)
  if (found === undefined) {
    found = annotationAtCaret(view)
    known.set(state, found)
  }
  return found
}

/** The innermost one over the beginning of what is selected, else over the caret, else one that ends there. */
function annotationAtCaret(view: DocumentView): AnnotationId | null {
  const caret = view.selection()?.start ?? view.caret()
  const over = view.annotationsAt(caret)[0]
  if (over !== undefined) return over
  const before = caret > 0 ? view.annotationsAt(caret - 1) : []
  return before.find((id) => standsOn(view.text.text, view.spansOf(id), caret)) ?? null
}
