import { ArrowRight, X } from 'lucide-react'
import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'
import './go-on-elsewhere.css'

/** After the last annotation of a kind in a text, where the next one is; after undo, where that was to be seen. */
export function GoOnElsewhere() {
  const offer = useWorkbench((state) => state.offer)
  const here = useWorkbench((state) => state.panes[state.activeSide]?.documentId ?? null)
  const title = useWorkbench((state) => state.documents.find(({ id }) => id === offer?.documentId)?.title)
  const key = useKey('go.on-elsewhere')
  if (!offer || offer.from !== here || title === undefined) return null
  return (
    <section className="go-on" aria-label="Further on">
      <Icon of={ArrowRight} />
      <p className="go-on-words">
        {offer.words} <cite>{title}</cite>
      </p>
      <Button look="plain" onPress={() => runCommand('go.on-elsewhere')}>
        Go there {key && <Shortcut keys={key} />}
      </Button>
      <IconButton icon={X} label="Stay here" onPress={() => workbench.setState({ offer: null })} />
    </section>
  )
}
