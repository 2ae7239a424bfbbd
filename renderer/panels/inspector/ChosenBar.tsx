import { Combine, GitCompare, Trash2, X } from 'lucide-react'
import { useKeyOf } from '../../commands/key-choices.ts'
import { choose, deleteChosen, joinChosen } from '../../commands/many-annotations.ts'
import { runCommand } from '../../commands/registry.ts'
import { stateChosen } from '../../commands/state-claim.ts'
import { showFailure } from '../../store/notices.ts'
import { showDialog } from '../../store/screen.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button, IconButton } from '../../ui/Button.tsx'

/** What can be done with the annotations that are taken together: each is one step to undo. */
export function ChosenBar({ count }: { count: number }) {
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  const keyOf = useKeyOf()
  return (
    <section className="chosen-bar" aria-label="Selected annotations">
      <header>
        <strong>{count.toLocaleString('en')} selected</strong>
        <span>
          <IconButton
            icon={Combine}
            label="Join the selected annotations"
            shortcut={keyOf('annotation.join')}
            isDisabled={readOnly || count < 2}
            onPress={() => joinChosen().catch(showFailure)}
          />
          <IconButton
            icon={GitCompare}
            label="Compare the two word by word"
            shortcut={keyOf('copy.compare')}
            isDisabled={count !== 2}
            onPress={() => runCommand('copy.compare')}
          />
          <IconButton
            icon={Trash2}
            label="Delete the selected annotations"
            shortcut={keyOf('annotation.delete')}
            isDisabled={readOnly}
            onPress={() => deleteChosen().catch(showFailure)}
          />
          <IconButton icon={X} label="Select none" shortcut="Escape" onPress={() => choose([])} />
        </span>
      </header>
      <div>
        <Button
          look="plain"
          isDisabled={readOnly}
          onPress={() => showDialog({ kind: 'choose-tag', purpose: 'retag-many' })}
        >
          Tag…
        </Button>
        <Button look="plain" isDisabled={readOnly} onPress={() => showDialog({ kind: 'choose-speaker' })}>
          Speaker…
        </Button>
        <Button look="plain" isDisabled={readOnly} onPress={stateChosen}>
          Claim…
        </Button>
        <Button look="plain" isDisabled={readOnly} onPress={() => showDialog({ kind: 'set-attribute' })}>
          Attributes…
        </Button>
      </div>
    </section>
  )
}
