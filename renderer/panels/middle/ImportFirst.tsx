import { type ReactNode, useRef } from 'react'
import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { useArriving } from '../arriving.ts'

/** What a view shows while the project has no documents: what will stand here, and the way to import. */
export function ImportFirst({ children }: { children: ReactNode }) {
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  const key = useKey('document.import')
  const place = useRef<HTMLDivElement>(null)
  useArriving(place, { wanted: 'button', staysAt: 'nav, .filters, header' })
  return (
    <div ref={place}>
      <EmptyState
        title="No documents yet"
        actions={
          <Button isDisabled={readOnly} onPress={() => runCommand('document.import')}>
            Import documents… {key && <Shortcut keys={key} />}
          </Button>
        }
      >
        {children}
      </EmptyState>
    </div>
  )
}
