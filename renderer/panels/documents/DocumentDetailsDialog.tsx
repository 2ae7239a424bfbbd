import { useEffect, useMemo, useState } from 'react'
import type { DocumentDetails, LikelyDate } from '../../../preload/contract/document.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { changeDocument, changeDocuments } from '../../commands/edit-document.ts'
import { countOf } from '../../store/counting.ts'
import { say, showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog, Dialog } from '../../ui/Dialog.tsx'
import { DocumentDetailsForm } from './DocumentDetailsForm.tsx'
import { problemIn, toChange, toChangeOfMany, toForm } from './details-form.ts'

/** What is known of a document, or of several, to be read and corrected. Saving is one step to undo. */
export function DocumentDetailsDialog({
  documentIds,
  onClose,
}: {
  documentIds: DocumentId[]
  onClose: () => void
}) {
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  const documents = useWorkbench((state) => state.documents)
  const meant = useMemo(() => {
    const wanted = new Set(documentIds)
    return documents.filter(({ id }) => wanted.has(id))
  }, [documents, documentIds])
  const [form, setForm] = useState(() => toForm(meant))
  const [isLeaving, setLeaving] = useState(false)
  const [only] = meant
  const details = useDetails(documentIds.length === 1 ? documentIds[0] : undefined)
  const remarks = useRemarks(documentIds.length === 1 ? documentIds[0] : undefined)
  const dates = useLikelyDates(documentIds.length === 1 && only?.date === '' ? only.id : undefined)
  if (!only) return null

  const isOne = meant.length === 1
  const save = () => {
    onClose()
    const saving = isOne ? saveOne(only) : saveMany()
    saving.catch(showFailure)
  }
  const saveOne = async (document: typeof only) => {
    const change = toChange(document, form)
    if (Object.keys(change).length > 0) await changeDocument(document.id, change)
  }
  const saveMany = async () => {
    const change = toChangeOfMany(meant, form)
    if (Object.keys(change).length === 0) return
    await changeDocuments(
      meant.map(({ id }) => id),
      change,
    )
    say(`Details of ${countOf(meant.length, 'document')} saved`)
  }
  const canSave = !readOnly && problemIn(form) === ''
  const change = isOne ? toChange(only, form) : toChangeOfMany(meant, form)
  const isChanged = !readOnly && Object.keys(change).length > 0
  const imported = new Date(only.imported).toLocaleDateString('en-GB', { dateStyle: 'long' })
  return (
    <Dialog
      title={isOne ? 'Document details' : `Details of ${meant.length.toLocaleString('en')} documents`}
      description={
        isOne
          ? `${details?.source.name ?? 'A document'}, imported on ${imported}`
          : 'What you write here is written into all of them.'
      }
      onClose={isChanged ? () => setLeaving(true) : onClose}
      onConfirm={canSave ? save : undefined}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" onPress={save} isDisabled={!canSave}>
            Save
          </Button>
        </>
      }
    >
      <DocumentDetailsForm
        form={form}
        onChange={setForm}
        isOne={isOne}
        source={details?.source}
        remarks={remarks}
        dates={dates}
      />
      {isLeaving && (
        <ConfirmDialog
          title="Leave without saving?"
          confirmLabel="Leave"
          cancelLabel="Go on writing"
          isDanger
          onConfirm={onClose}
          onCancel={() => setLeaving(false)}
        >
          What you have changed here would be lost.
        </ConfirmDialog>
      )}
    </Dialog>
  )
}

/** Where a document came from; undefined until it has come, and for none. */
function useDetails(id: DocumentId | undefined): DocumentDetails | undefined {
  const [details, setDetails] = useState<DocumentDetails>()
  useEffect(() => {
    if (id !== undefined) request('document.details', { id }).then(setDetails).catch(showFailure)
  }, [id])
  return details
}

/** What was left out of its file or changed; [] until they have come, and for none. */
function useRemarks(id: DocumentId | undefined): readonly string[] {
  const [remarks, setRemarks] = useState<readonly string[]>([])
  useEffect(() => {
    if (id !== undefined) request('document.remarks', { id }).then(setRemarks).catch(showFailure)
  }, [id])
  return remarks
}

/** Of a document without a date. */
function useLikelyDates(id: DocumentId | undefined): readonly LikelyDate[] {
  const [dates, setDates] = useState<readonly LikelyDate[]>([])
  useEffect(() => {
    if (id !== undefined) request('document.likelyDates', { id }).then(setDates).catch(showFailure)
  }, [id])
  return dates
}
