import { useWorkbench } from '../../store/workbench.ts'
import { AnnotationDetails } from './AnnotationDetails.tsx'
import { AnnotationList } from './AnnotationList.tsx'
import './inspector.css'

/** What is known of the annotation in focus; while none is, all annotations of the active document. */
export function Inspector() {
  const focused = useWorkbench((state) => state.focused)
  return (
    <aside
      className="inspector"
      data-area="inspector"
      tabIndex={-1}
      data-listing={focused === null}
      aria-label="Annotation"
    >
      {focused ? <AnnotationDetails key={focused.annotation.id} focused={focused} /> : <AnnotationList />}
    </aside>
  )
}
