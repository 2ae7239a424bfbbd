import type { Link } from '../../../preload/contract/link.ts'
import { noteLink } from '../../commands/link-passages.ts'
import { showFailure } from '../../store/notices.ts'
import { KeptField } from './KeptField.tsx'

/** The note of a link: a field at the chosen link, the words alone at the others. */
export function LinkNote({ link, readOnly, isShown }: { link: Link; readOnly: boolean; isShown: boolean }) {
  if (!isShown) return link.note === '' ? null : <p className="link-row-note">{link.note}</p>
  return (
    <KeptField
      label="Note on this link"
      lines={2}
      value={link.note}
      isDisabled={readOnly}
      keep={(note) => noteLink(link.id, note).catch(showFailure)}
    />
  )
}
