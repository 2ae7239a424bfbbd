import { ListChecks } from 'lucide-react'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import { choose } from '../../commands/many-annotations.ts'
import { activeView } from '../../store/views.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { IconButton } from '../../ui/Button.tsx'
import { MenuButton, MenuItem, MenuSeparator } from '../../ui/Menu.tsx'
import { TagSwatch } from '../../ui/Tag.tsx'

interface ChooseMenuProps {
  /** Of the list, in its order. */
  ids: readonly AnnotationId[]
  lacking: ReadonlySet<AnnotationId>
}

/** Takes together all annotations of the list, those of one tag, or those that lack something. */
export function ChooseMenu(props: ChooseMenuProps) {
  return (
    <MenuButton
      label="Select annotations"
      placement="bottom end"
      trigger={<IconButton icon={ListChecks} label="Select annotations" />}
    >
      <Choices {...props} />
    </MenuButton>
  )
}

/** Counted when the menu is opened, not before: the list may be long. */
function Choices({ ids, lacking }: ChooseMenuProps) {
  const tags = useWorkbench((state) => state.tags)
  const view = activeView()
  const byTag = Map.groupBy(ids, (id) => view?.tagOf(id))
  const needing = ids.filter((id) => lacking.has(id))
  return (
    <>
      <MenuItem shortcut="CmdOrCtrl+A" onAction={() => choose(ids)}>
        {`All ${ids.length.toLocaleString('en')}`}
      </MenuItem>
      {needing.length > 0 && (
        <MenuItem onAction={() => choose(needing)}>
          {`Needing attributes (${needing.length.toLocaleString('en')})`}
        </MenuItem>
      )}
      <MenuSeparator />
      {tags.flatMap(({ id, name, color }) => {
        const own = byTag.get(id)
        return own
          ? [
              <MenuItem key={id} sign={<TagSwatch color={color} />} onAction={() => choose(own)}>
                {`${name} (${own.length.toLocaleString('en')})`}
              </MenuItem>,
            ]
          : []
      })}
    </>
  )
}
