import { Link2 } from 'lucide-react'
import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { sameEnd } from '../../store/argument/linking.ts'
import { type Focused, useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { LinkRow } from './LinkRow.tsx'

/** The links of the annotation in focus, each with the words at its other end. */
export function LinkList({ focused, readOnly }: { focused: Focused; readOnly: boolean }) {
  const pending = useWorkbench((state) => state.pending)
  const beginsHere = pending !== null && sameEnd(pending.end, { annotation: focused.annotation.id })
  const command = beginsHere ? 'link.drop' : 'link.start'
  const key = useKey(command)
  return (
    <section className="inspector-links" aria-label="Links">
      <header className="inspector-links-head">
        <h2>
          Links{focused.links.length > 0 && <span className="inspector-count">{focused.links.length}</span>}
        </h2>
        <Button look="quiet" icon={Link2} isDisabled={readOnly} onPress={() => runCommand(command)}>
          {beginsHere ? 'Drop the link begun here' : pending ? 'End the link here' : 'Link from here'}
          {key && <Shortcut keys={key} />}
        </Button>
      </header>
      {focused.links.length === 0 ? (
        <p className="inspector-none">Not linked yet.</p>
      ) : (
        <ul className="link-rows">
          {focused.links.map((one, index) => (
            <LinkRow
              key={one.link.id}
              one={one}
              side={focused.side}
              isChosen={index === focused.chosenLink}
              index={index}
              readOnly={readOnly}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
