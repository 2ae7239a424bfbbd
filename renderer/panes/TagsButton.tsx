import { Highlighter } from 'lucide-react'
import { useRef } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import type { DocumentId } from '../../preload/contract/ids.ts'
import { tagsLooking } from '../store/reading/tag-looks.ts'
import { type PaneSide, useWorkbench, workbench } from '../store/workbench.ts'
import { Button } from '../ui/Button.tsx'
import { TagsHere } from './TagsHere.tsx'

/** Opens the list of the tags in a text, and says when some are not shown. */
export function TagsButton({ side, documentId }: { side: PaneSide; documentId: DocumentId }) {
  const button = useRef<HTMLButtonElement>(null)
  const isOpen = useWorkbench((state) => state.tagsOver === side)
  const tags = useWorkbench((state) => state.tags)
  const looks = useWorkbench((state) => state.tagLooks)
  const counts = (['dimmed', 'hidden'] as const)
    .map((look) => ({ look, count: looks.size === 0 ? 0 : tagsLooking(look, tags, looks).length }))
    .filter(({ count }) => count > 0)
  const open = (isNow: boolean) => workbench.setState({ tagsOver: isNow ? side : null })
  return (
    <>
      <Button
        ref={button}
        look="quiet"
        icon={Highlighter}
        className="tags-button"
        data-usual={counts.length === 0}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => open(!isOpen)}
      >
        {counts.length === 0 ? 'Tags' : counts.map(({ look, count }) => `${count} ${look}`).join(', ')}
      </Button>
      <Popover
        className="ui-popover tags-here-popover"
        triggerRef={button}
        isOpen={isOpen}
        onOpenChange={open}
        placement="bottom end"
        offset={4}
      >
        <Dialog className="tags-here" aria-label="Tags in this text">
          <TagsHere side={side} documentId={documentId} />
        </Dialog>
      </Popover>
    </>
  )
}
