import { ChevronDown } from 'lucide-react'
import { useMemo } from 'react'
import { keyOfTag } from '../../../preload/contract/commands/keys.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { retag } from '../../commands/change-annotation.ts'
import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { showFailure } from '../../store/notices.ts'
import { tagsAtHand } from '../../store/reading/tags-at-hand.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { MenuButton, MenuItem, MenuSeparator } from '../../ui/Menu.tsx'
import { TagSwatch } from '../../ui/Tag.tsx'

/** The tag of the annotation in focus; pressing it offers the others, or of many those at hand. */
export function TagMenu({ tag, isDisabled }: { tag: Tag | undefined; isDisabled: boolean }) {
  const tags = useWorkbench((state) => state.tags)
  const atHand = useMemo(() => tagsAtHand(tags, tag?.id ?? null), [tags, tag?.id])
  const choices = useWorkbench((state) => state.preferences)
  const key = useKey('annotation.retag')
  return (
    <MenuButton
      label="Change tag"
      trigger={
        <Button
          look="quiet"
          className="inspector-tag"
          isDisabled={isDisabled}
          aria-label={`Tag: ${tag?.name ?? ''}. Change tag`}
        >
          {tag && <TagSwatch color={tag.color} />}
          <strong>{tag?.name}</strong>
          <Icon of={ChevronDown} size={14} />
        </Button>
      }
    >
      {atHand.map((one) => (
        <MenuItem
          key={one.id}
          sign={<TagSwatch color={one.color} />}
          isOneOf
          isChecked={one.id === tag?.id}
          shortcut={keyOfTag(one, choices)}
          onAction={() => retag(one.id).catch(showFailure)}
        >
          {one.name}
        </MenuItem>
      ))}
      {atHand.length < tags.length && (
        <>
          <MenuSeparator />
          <MenuItem shortcut={key} onAction={() => runCommand('annotation.retag')}>
            {`All ${tags.length.toLocaleString('en')} tags…`}
          </MenuItem>
        </>
      )}
    </MenuButton>
  )
}
