import { Copy } from 'lucide-react'
import { useMemo } from 'react'
import type { CommandId } from '../../preload/contract/commands/index.ts'
import { keyOfTag } from '../../preload/contract/commands/keys.ts'
import { annotateSelection } from '../commands/annotate-selection.ts'
import { useKeyOf } from '../commands/key-choices.ts'
import { targetInWords, targetOf } from '../commands/passage-to-tag.ts'
import { canRun, runCommand, titleOf } from '../commands/registry.ts'
import { showFailure } from '../store/notices.ts'
import { tagsAtHand } from '../store/reading/tags-at-hand.ts'
import { activeView } from '../store/views.ts'
import { useWorkbench } from '../store/workbench.ts'
import { ContextMenu, MenuItem, MenuSeparator, Submenu } from '../ui/Menu.tsx'
import { TagSwatch } from '../ui/Tag.tsx'

const said: readonly CommandId[] = [
  'annotation.retag',
  'annotation.attributes',
  'annotation.speaker',
  'annotation.note',
  'claim.state',
  'link.start',
]
const joined: readonly CommandId[] = ['annotation.add-part', 'annotation.move']
const shaped: readonly CommandId[] = [
  'annotation.adjust',
  'annotation.remove-part',
  'annotation.split',
  'annotation.split-sentences',
  'annotation.join',
]
const anywhere: readonly CommandId[] = ['find.open', 'go.place', 'go.back']

/** While the menu closes it holds the keyboard and then gives it back: what takes it further waits for that. */
function inText(act: () => void): void {
  activeView()?.root.addEventListener('focusin', act, { once: true })
}

interface TextMenuProps {
  /** Where in the window, in CSS pixels; null while it is closed. */
  at: { x: number; y: number } | null
  onClose: () => void
}

/** What can be done at a place of the text, at the pointer or the caret. */
export function TextMenu({ at, onClose }: TextMenuProps) {
  return (
    <ContextMenu label="At this place" at={at} onClose={onClose}>
      <Items />
    </ContextMenu>
  )
}

function Items() {
  const state = useWorkbench((all) => all)
  const { tags, lastTag, preferences } = state
  const atHand = useMemo(() => tagsAtHand(tags, lastTag), [tags, lastTag])
  const keyOf = useKeyOf()
  const target = targetOf(state)
  const hasSelection = target === 'selection'
  const item = (id: CommandId) => (
    <MenuItem
      key={id}
      shortcut={keyOf(id)}
      isDisabled={!canRun(id, state)}
      {...(id === 'annotation.delete' && { isDanger: true })}
      onAction={() => inText(() => runCommand(id))}
    >
      {titleOf(id, state)}
    </MenuItem>
  )
  const onAnnotation = canRun('annotation.retag', state) || canRun('go.other-end', state)
  return (
    <>
      <Submenu title={targetInWords[target]} isDisabled={!canRun('annotation.tag', state)}>
        {atHand.map((tag) => (
          <MenuItem
            key={tag.id}
            sign={<TagSwatch color={tag.color} />}
            shortcut={keyOfTag(tag, preferences)}
            onAction={() => inText(() => annotateSelection(tag.id).catch(showFailure))}
          >
            {tag.name}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem
          shortcut={keyOf('annotation.tag')}
          onAction={() => inText(() => runCommand('annotation.tag'))}
        >
          Another or a new tag…
        </MenuItem>
      </Submenu>
      {lastTag !== null && item('annotation.tag-again')}
      {hasSelection && item('annotation.in-vivo')}
      {onAnnotation && (
        <>
          <MenuSeparator />
          {said.map(item)}
          <MenuSeparator />
          {hasSelection && joined.map(item)}
          <Submenu title="Change the passage">{shaped.map(item)}</Submenu>
          {item('annotation.delete')}
        </>
      )}
      <MenuSeparator />
      {hasSelection && (
        <MenuItem icon={Copy} shortcut="CmdOrCtrl+C" onAction={() => inText(() => activeView()?.copy())}>
          Copy
        </MenuItem>
      )}
      {anywhere.map(item)}
    </>
  )
}
