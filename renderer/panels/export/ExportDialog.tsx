import { useEffect, useState } from 'react'
import type { ExportReport, Format } from '../../../preload/contract/exchange.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { chooseExportTarget, exportDataset, newExportTask } from '../../commands/export-dataset.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog, Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ExportDone } from './ExportDone.tsx'
import { ExportFormFields } from './ExportFormFields.tsx'
import { ExportPreview } from './ExportPreview.tsx'
import { ExportRunning } from './ExportRunning.tsx'
import { type ExportForm, toChoice } from './export-form.ts'
import { usePreview } from './use-preview.ts'
import './export.css'

type Stage =
  | { name: 'choosing'; problem: string }
  | { name: 'asking-to-replace'; path: string }
  | { name: 'writing'; task: string }
  | { name: 'done'; report: ExportReport; path: string }

const startForm: ExportForm = {
  format: 'rejoinder-jsonl',
  whose: 'all',
  annotators: [],
  which: 'all',
  documents: [],
  withOriginals: false,
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
  const [form, setForm] = useState<ExportForm>(
    documentIds.length === 0 ? startForm : { ...startForm, which: 'some', documents: documentIds },
  )
  const [stage, setStage] = useState<Stage>({ name: 'choosing', problem: '' })

  const format = formats.find(({ name }) => name === form.format) ?? formats[0]
  const open = [...new Set([panes.left?.documentId, panes.right?.documentId])].filter(
    (id) => id !== undefined,
  )
  const choice = format ? toChoice({ ...form, format: format.name }, open) : null
  const { preview, problem } = usePreview(choice)
  if (!format || !choice) return null

  const write = async (path: string, replace: boolean) => {
    const task = newExportTask()
    setStage({ name: 'writing', task })
    try {
      setStage({ name: 'done', report: await exportDataset(choice, path, replace, task), path })
    } catch (cause) {
      setStage({ name: 'choosing', problem: problemOf(cause) })
    }
  }
  const choose = async () => {
    const target = await chooseExportTarget(format)
    if (target?.exists) setStage({ name: 'asking-to-replace', path: target.path })
    else if (target) await write(target.path, false)
  }

  switch (stage.name) {
    case 'choosing':
      return (
        <Dialog
          title="Export dataset"
          width="large"
          onClose={onClose}
          footer={
            <>
              <Button onPress={onClose}>Cancel</Button>
              <Button look="primary" isDisabled={problem !== ''} onPress={() => choose().catch(showFailure)}>
                Export…
              </Button>
            </>
          }
        >
          {stage.problem !== '' && (
            <div className="export-problem" role="alert">
              <Notice tone="failure">{stage.problem}</Notice>
            </div>
          )}
          <div className="export">
            <ExportFormFields
              form={form}
              onChange={setForm}
              formats={formats}
              format={format}
              openCount={open.length}
            />
            <ExportPreview format={format} preview={preview} problem={problem} />
          </div>
        </Dialog>
      )
    case 'asking-to-replace':
      return (
        <ConfirmDialog
          title={`Replace “${stage.path.split(/[/\\]/).at(-1)}”?`}
          confirmLabel="Replace"
          isDanger
          onCancel={() => setStage({ name: 'choosing', problem: '' })}
          onConfirm={() => write(stage.path, true)}
        >
          <p className="export-path">
            There is something at {stage.path} already. What is there now will be gone.
          </p>
        </ConfirmDialog>
      )
    case 'writing':
      return <ExportRunning task={stage.task} />
    case 'done':
      return <ExportDone report={stage.report} path={stage.path} onClose={onClose} />
  }
}

function problemOf(cause: unknown): string {
  if (cause instanceof Failure)
    return cause.code === 'cancelled' ? 'Stopped. Nothing was written.' : cause.message
  showFailure(cause)
  return 'The dataset could not be written.'
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
