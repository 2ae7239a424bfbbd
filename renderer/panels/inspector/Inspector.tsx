import type { KeyboardEvent } from 'react'
import { activeView } from '../../store/views.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { AnnotationDetails } from './AnnotationDetails.tsx'
import { AnnotationList } from './AnnotationList.tsx'
import './inspector.css'

/**
 * What is known of the annotation in focus; while none is, all annotations of the active document. `data-annotation`
 * tells which one it is drawn for.
 */
export function Inspector() {
  const focused = useWorkbench((state) => state.focused)
  return (
    <aside
      className="inspector"
      data-area="inspector"
      data-annotation={focused?.annotation.id ?? ''}
      tabIndex={-1}
      data-listing={focused === null}
      aria-label="Annotation"
      onKeyDown={backToText}
    >
      {focused ? <AnnotationDetails key={focused.annotation.id} focused={focused} /> : <AnnotationList />}
    </aside>
  )
}

/** Escape, where no field has a use of its own for it. */
function backToText(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  event.preventDefault()
  event.stopPropagation()
  activeView()?.focus()
}
