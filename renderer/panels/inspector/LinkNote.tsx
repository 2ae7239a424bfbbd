import type { Link } from '../../../preload/contract/link.ts'
import { noteLink } from '../../commands/link-passages.ts'
import { KeptField } from './KeptField.tsx'

export interface LinkNoteProps {
  link: Link
  readOnly: boolean
  isEdited: boolean
  onEnd: () => void
}

/** The note of a link, and the field to write it in. */
export function LinkNote({ link, readOnly, isEdited, onEnd }: LinkNoteProps) {
  if (!isEdited) return link.note === '' ? null : <p className="link-row-note">{link.note}</p>
  return (
    <KeptField
      label="Note on this link"
      lines={2}
      autoFocus
      value={link.note}
      isDisabled={readOnly}
      onEnd={onEnd}
      keep={(note) => noteLink(link.id, note)}
    />
  )
}
