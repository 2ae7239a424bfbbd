import { useWorkbench } from '../../store/workbench.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { AnnotationDetails } from './AnnotationDetails.tsx'
import './inspector.css'

/** What is known of the annotation in focus. */
export function Inspector() {
  const focused = useWorkbench((state) => state.focused)
  return (
    <aside className="inspector" data-area="inspector" aria-label="Annotation">
      {focused ? (
        <AnnotationDetails key={focused.annotation.id} focused={focused} />
      ) : (
        <EmptyState title="No annotation in focus">
          <p>Click a tagged passage, or go to the next one with the ] key.</p>
          <p>To tag: select some text and press a tag’s key.</p>
        </EmptyState>
      )}
    </aside>
  )
}
