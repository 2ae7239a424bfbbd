import { useEffect, useState } from 'react'
import type { Format } from '../../../preload/contract/exchange.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { chooseExportTarget, exportDataset, newExportTask } from '../../commands/export-dataset.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useReadingChoice } from '../reading-copy/use-reading-choice.ts'
import { ReplaceFile } from '../writing/ReplaceFile.tsx'
import { useWriting } from '../writing/use-writing.ts'
import { Working } from '../writing/Working.tsx'
import { WritingProblem } from '../writing/WritingProblem.tsx'
import { ExportDone } from './ExportDone.tsx'
import { ExportFormFields } from './ExportFormFields.tsx'
import { ExportPreview } from './ExportPreview.tsx'
import { type ExportForm, toChoice } from './export-form.ts'
import { problemInTerms, startTerms } from './terms-form.ts'
import { usePreview } from './use-preview.ts'
import './export.css'

const startForm: ExportForm = {
  format: 'rejoinder-jsonl',
  whose: 'all',
  annotators: [],
  which: 'all',
  documents: [],
  withOriginals: false,
  terms: startTerms,
}

/** Chooses what goes into a dataset, shows what the format cannot hold, and writes it. */
export function ExportDialog({
  documentIds,
  onClose,
}: {
  /** Documents that were chosen beforehand; none for all. */
  documentIds: readonly DocumentId[]
  onClose: () => void
}) {
  const formats = useFormats()
  const panes = useWorkbench((state) => state.panes)
  const { paper, ...reading } = useReadingChoice()
  const [form, setForm] = useState<ExportForm>(
    documentIds.length === 0 ? startForm : { ...startForm, which: 'some', documents: documentIds },
  )

  const format = formats.find(({ name }) => name === form.format) ?? formats[0]
  const open = [...new Set([panes.left?.documentId, panes.right?.documentId])].filter(
    (id) => id !== undefined,
  )
  const choice = format
    ? toChoice({ ...form, format: format.name }, open, { ...format, reading, paper })
    : null
  const { preview, problem: choiceProblem } = usePreview(choice)
  const problem = choiceProblem || (format?.asks === 'terms' ? problemInTerms(form.terms) : '')
  const writing = useWriting({
    newTask: newExportTask,
    async write(path, replaced, task) {
      if (!choice) throw new Error('there is nothing to write yet')
      return { report: await exportDataset(choice, path, replaced, task), path }
    },
    failed: 'The dataset could not be written.',
    onEnd: onClose,
  })
  if (!format || !choice) return null
  const { stage } = writing
  const save = () => writing.save(() => chooseExportTarget(format)).catch(showFailure)

  switch (stage.name) {
    case 'choosing':
      return (
        <Dialog
          title="Export dataset"
          width="large"
          onClose={onClose}
          onConfirm={problem === '' ? save : undefined}
          footer={
            <>
              <p className="ui-dialog-aside" role="status">
                {problem}
              </p>
              <Button onPress={onClose}>Cancel</Button>
              <Button look="primary" isDisabled={problem !== ''} onPress={save}>
                Export…
              </Button>
            </>
          }
        >
          <WritingProblem problem={stage.problem} />
          <div className="export">
            <ExportFormFields
              form={form}
              onChange={setForm}
              formats={formats}
              format={format}
              openCount={open.length}
            />
            <ExportPreview
              format={format}
              preview={preview}
              isCounting={preview === null && problem === ''}
            />
          </div>
        </Dialog>
      )
    case 'asking-to-replace':
      return (
        <ReplaceFile
          path={stage.path}
          onCancel={writing.choose}
          onReplace={() => writing.replace(stage.path)}
        />
      )
    case 'working':
      return <Working title="Exporting" task={stage.task} doing="Writing the dataset" />
    case 'done':
      return <ExportDone {...stage.done} format={format} onClose={onClose} />
  }
}

/** The formats that can be written, the exchange file first. */
function useFormats(): Format[] {
  const [formats, setFormats] = useState<Format[]>([])
  useEffect(() => {
    request('exchange.formats', undefined)
      .then((all) => setFormats(all.filter(({ writes }) => writes)))
      .catch(showFailure)
  }, [])
  return formats
}
