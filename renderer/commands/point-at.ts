import type { MenuAsked } from '../document/index.ts'
import { showFailure } from '../store/notices.ts'
import { activate } from '../store/places.ts'
import { focusAnnotation, focusedOn } from '../store/reading/focus.ts'
import { viewOf } from '../store/views.ts'
import type { PaneSide } from '../store/workbench.ts'

/**
 * Takes what a menu is asked for at, so that commands mean it: the selection or, by key, whatever they mean already;
 * else the caret comes there and the annotation there into focus, as by a click.
 */
export function pointAt(side: PaneSide, { byKey, offset, here }: MenuAsked): void {
  activate(side)
  const view = viewOf(side)
  const selection = view?.selection()
  if (!view || byKey || (selection && selection.start <= offset && offset <= selection.end)) return
  view.select({ start: offset, end: offset })
  const focused = focusedOn(side)
  if (focused === null || !here.includes(focused)) focusAnnotation(here[0] ?? null, side).catch(showFailure)
}
