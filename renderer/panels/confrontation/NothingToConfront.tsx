import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { chooseConfrontation } from '../../store/argument/confrontation.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyList } from '../../ui/EmptyList.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { ImportFirst } from '../middle/ImportFirst.tsx'

/** What stands in the place of the two columns: what to do first, or that nothing fits. */
export function NothingToConfront({ claims }: { claims: number }) {
  const hasDocuments = useWorkbench((state) => state.documents.length > 0)
  const hasClaimTag = useWorkbench((state) => state.tags.some(({ role }) => role === 'claim'))
  const key = useKey('link.start')
  if (claims > 0) {
    return (
      <EmptyList>
        <EmptyState
          title="Nothing fits"
          actions={
            <Button autoFocus onPress={() => chooseConfrontation({ show: 'all', only: null })}>
              Show all claims
            </Button>
          }
        >
          No claim is left by what is to be shown.
        </EmptyState>
      </EmptyList>
    )
  }
  if (!hasDocuments) {
    return (
      <ImportFirst>Claims and their answers stand here in two columns. Bring in the texts first.</ImportFirst>
    )
  }
  return (
    <EmptyList>
      <EmptyState
        title="No claims yet"
        actions={
          <Button autoFocus onPress={() => runCommand('view.confrontation')}>
            To the texts
          </Button>
        }
      >
        Tag passages {hasClaimTag ? 'as claims' : 'with a tag whose role is claim'}, then link what
        contradicts them: <LinkKey keys={key} /> on the answer, then on the claim. They stand here in two
        columns.
      </EmptyState>
    </EmptyList>
  )
}

function LinkKey({ keys }: { keys: string | undefined }) {
  return keys === undefined ? 'the command “Link from here”' : <Shortcut keys={keys} />
}
