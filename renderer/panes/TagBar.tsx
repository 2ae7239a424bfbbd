import { Toolbar } from 'react-aria-components'
import type { Tag } from '../../preload/contract/tag.ts'
import { annotateSelection } from '../commands/annotate-selection.ts'
import { useTagKey } from '../commands/key-choices.ts'
import { runCommand } from '../commands/registry.ts'
import { say, showFailure } from '../store/notices.ts'
import { activeView } from '../store/views.ts'
import { useWorkbench } from '../store/workbench.ts'
import { Button } from '../ui/Button.tsx'
import { Shortcut } from '../ui/Shortcut.tsx'
import { TagSwatch } from '../ui/Tag.tsx'

/** The codebook at hand: one press tags what is selected. One stop for Tab; arrows move within. */
export function TagBar() {
  const tags = useWorkbench((state) => state.tags)
  const selectedHere = useWorkbench(
    (state) => state.selected?.span != null && state.selected.side === state.activeSide,
  )
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  return (
    <Toolbar className="tag-bar" aria-label="Tag the selection" data-ready={selectedHere && !readOnly}>
      <div className="tag-bar-tags">
        {tags.map((tag) => (
          <TagButton key={tag.id} tag={tag} isDisabled={readOnly} />
        ))}
      </div>
      <Button look="quiet" onPress={() => runCommand('codebook.open')}>
        Codebook…
      </Button>
    </Toolbar>
  )
}

function TagButton({ tag, isDisabled }: { tag: Tag; isDisabled: boolean }) {
  const key = useTagKey(tag)
  const press = () => {
    if (!activeView()?.selection()) {
      say('Select some text first')
      return
    }
    annotateSelection(tag.id)
      .then(() => activeView()?.focus())
      .catch(showFailure)
  }
  return (
    <Button look="quiet" isDisabled={isDisabled} onPress={press}>
      <TagSwatch color={tag.color} /> {tag.name}
      {key && (
        <kbd className="tag-bar-key">
          <Shortcut keys={key} />
        </kbd>
      )}
    </Button>
  )
}
