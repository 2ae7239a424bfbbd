import type { DocumentId } from '../../preload/contract/ids.ts'
import type { Preferences } from '../../preload/contract/preferences.ts'
import type { Span } from '../../preload/contract/text.ts'
import { activeView, viewOf } from '../store/views.ts'
import { type PaneSide, type Workbench, workbench } from '../store/workbench.ts'

/** `focused`: the passage of the annotation in focus, which gets one tag more; else a unit of the text. */
export type Target = 'selection' | 'focused' | Preferences['tagUnit']

/** The same in words, before the names of tags. */
export const targetInWords: Record<Target, string> = {
  selection: 'Tag the selection',
  focused: 'Tag it also as',
  word: 'Tag the word',
  sentence: 'Tag the sentence',
  paragraph: 'Tag the paragraph',
}

/** What a tag would be given to. Spans in UTF-16 code units. */
export interface Passage {
  documentId: DocumentId
  side: PaneSide
  spans: Span[]
  target: Target
}

/** What a tag’s key takes now: what is selected, else the annotation in focus that the caret stands on, else a unit. */
export function targetOf({ selected, focused, activeSide, preferences }: Workbench): Target {
  const here = selected?.side === activeSide ? selected : null
  if (here?.span) return 'selection'
  if (focused?.side !== activeSide || !here) return preferences.tagUnit
  if (here.documentId !== focused.annotation.documentId) return preferences.tagUnit
  const text = viewOf(activeSide)?.text.text ?? ''
  return standsOn(text, focused.annotation.spans, here.caret) ? 'focused' : preferences.tagUnit
}

/** As `targetOf`, asked of the text itself, which knows a moment earlier; null where the caret stands at no text. */
export function passageToTag(): Passage | null {
  const { panes, activeSide, focused, preferences } = workbench.getState()
  const view = activeView()
  const documentId = panes[activeSide]?.documentId
  if (!view || documentId === undefined || view.text.id !== documentId) return null
  const passage = (target: Target, spans: Span[]) => ({ documentId, side: activeSide, spans, target })

  const selection = view.selection()
  if (selection) return passage('selection', [selection])
  const caret = view.caret()
  const inFocus = focused?.side === activeSide ? view.spansOf(focused.annotation.id) : []
  if (standsOn(view.text.text, inFocus, caret)) return passage('focused', inFocus)
  const unit = view.around(caret, preferences.tagUnit)
  return unit && passage(preferences.tagUnit, [unit])
}

/** Whether the caret stands in one of the spans, or at its end unless the next word begins there. */
export function standsOn(text: string, spans: readonly Span[], caret: number): boolean {
  return spans.some(
    ({ start, end }) => start <= caret && (caret < end || (caret === end && endsHere.test(text.charAt(end)))),
  )
}

// In Chinese a sentence begins where the one before ends.
const endsHere = /^[\s.,;:!?)\]}"'’”»]?$/
