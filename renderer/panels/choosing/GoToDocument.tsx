import { dateInWords } from '../../store/date-in-words.ts'
import { showFailure } from '../../store/notices.ts'
import { openDocument, otherSide } from '../../store/places.ts'
import { closeDialog } from '../../store/screen.ts'
import { withDots } from '../../store/with-dots.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { PickFromList } from './PickFromList.tsx'

/** Opens a document by typing a part of its title. */
export function GoToDocument({ beside }: { beside: boolean }) {
  const documents = useWorkbench((state) => state.documents)
  const side = useWorkbench((state) => state.activeSide)
  return (
    <PickFromList
      label={beside ? 'Open beside' : 'Go to document'}
      placeholder="Part of a title"
      empty="No document of that title."
      picks={documents.map((document) => ({
        id: document.id,
        title: document.title,
        detail: withDots([document.outlet, dateInWords(document.date)]),
      }))}
      onClose={closeDialog}
      onPick={(id, other) => {
        closeDialog()
        openDocument(id, beside || other ? otherSide(side) : side).catch(showFailure)
      }}
      hint="Enter opens it, Shift+Enter opens it beside"
    />
  )
}
