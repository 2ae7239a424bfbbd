import { ALargeSmall } from 'lucide-react'
import { useRef } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { useKey } from '../../commands/key-choices.ts'
import { showReadingSettings } from '../../commands/reading.ts'
import { useOwnReading } from '../../store/reading/reading.ts'
import { type PaneSide, useWorkbench } from '../../store/workbench.ts'
import { IconButton } from '../../ui/Button.tsx'
import { ReadingSettings } from './ReadingSettings.tsx'
import { ThemeChoice } from './ThemeChoice.tsx'
import './reading.css'

/** Opens the reading settings over the text they change, and says when this text has its own. */
export function ReadingButton({ side, documentId }: { side: PaneSide; documentId: DocumentId }) {
  const button = useRef<HTMLButtonElement>(null)
  const isOpen = useWorkbench((state) => state.readingSettings === side)
  const isOwn = useOwnReading(documentId)
  const key = useKey('view.reading')
  return (
    <>
      <IconButton
        ref={button}
        icon={ALargeSmall}
        label={isOwn ? 'Reading settings, this text’s own' : 'Reading settings'}
        shortcut={key}
        className={isOwn ? 'reading-button own' : 'reading-button'}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => showReadingSettings(isOpen ? null : side)}
      />
      <Popover
        className="ui-popover"
        triggerRef={button}
        isOpen={isOpen}
        onOpenChange={(open) => showReadingSettings(open ? side : null)}
        placement="bottom end"
        offset={4}
      >
        <Dialog className="reading-popover" aria-label="Reading settings" data-own-focus>
          <ReadingSettings documentId={documentId} />
          <ThemeChoice />
        </Dialog>
      </Popover>
    </>
  )
}
