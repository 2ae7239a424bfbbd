import { Redo2, Undo2 } from 'lucide-react'
import { canRun, runCommand, titleOf } from '../../commands/registry.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { IconButton } from '../../ui/Button.tsx'

/** Undo and redo at hand while the codebook is open, and the codebook as a file. */
export function CodebookFiles({ readOnly: _readOnly }: { readOnly: boolean }) {
  const state = useWorkbench((all) => all)
  return (
    <>
      <IconButton
        icon={Undo2}
        label={titleOf('history.undo', state)}
        isDisabled={!canRun('history.undo', state)}
        onPress={() => runCommand('history.undo')}
      />
      <IconButton
        icon={Redo2}
        label={titleOf('history.redo', state)}
        isDisabled={!canRun('history.redo', state)}
        onPress={() => runCommand('history.redo')}
      />
    </>
  )
}
