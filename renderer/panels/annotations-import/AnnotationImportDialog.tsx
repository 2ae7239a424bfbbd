import { useEffect, useState } from 'react'
import type { BroughtIn, Found } from '../../../preload/contract/annotation-import.ts'
import { request } from '../../client.ts'
import { newReadingTask } from '../../commands/import-annotations.ts'
import { endTask } from '../../commands/import-documents.ts'
import { say, showFailure } from '../../store/notices.ts'
import { openDocument } from '../../store/places.ts'
import { workbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Working } from '../writing/Working.tsx'
import { BroughtInReport } from './BroughtInReport.tsx'
import { Differences, proposed } from './Differences.tsx'
import { type Choices, FoundAnnotations, noChoices } from './FoundAnnotations.tsx'
import { countsInWords } from './in-words.ts'
import './annotations-import.css'

export interface AnnotationImportDialogProps {
  path: string
  format: string
  onClose: () => void
}

type Stage =
  | { name: 'reading'; task: string }
  | { name: 'found'; found: Found }
  | { name: 'done'; found: Found; report: BroughtIn }
  | { name: 'failed'; problem: string }

/** Reads annotations of another program, shows what was found and what is doubtful, and asks what its tags are. */
export function AnnotationImportDialog({ path, format, onClose }: AnnotationImportDialogProps) {
  const [stage, setStage] = useReading(path, format, onClose)
  const [choices, setChoices] = useState<Choices>(noChoices)
  const [taking, setTaking] = useState(proposed)

  switch (stage.name) {
    case 'reading':
      return <Working title="Import annotations" task={stage.task} doing="Reading the annotations" />
    case 'failed':
      return (
        <Dialog
          title="Import annotations"
          onClose={onClose}
          footer={
            <Button look="primary" autoFocus onPress={onClose}>
              Close
            </Button>
          }
        >
          <Notice tone="failure">{stage.problem}</Notice>
        </Dialog>
      )
    case 'done':
      return <BroughtInReport name={stage.found.name} report={stage.report} onClose={onClose} />
    case 'found': {
      const { found } = stage
      const cancel = () => {
        request('annotationImport.close', { reading: found.reading }).catch(showFailure)
        onClose()
      }
      const bring = async () => {
        const { reading } = found
        const report = await request('annotationImport.bring', { reading, ...choices, taking })
        say(`${countsInWords(report.taken)} imported${alsoDone(report)}`)
        const [first] = report.documentIds
        if (first !== undefined) await openDocument(first)
        setStage({ name: 'done', found, report })
      }
      return (
        <Dialog
          title={`Import annotations from “${found.name}”`}
          description={`${found.format}: ${countsInWords(found.counts)}`}
          width="large"
          onClose={cancel}
          footer={
            <>
              <Button onPress={cancel}>Cancel</Button>
              <Button
                look="primary"
                autoFocus
                onPress={() =>
                  bring().catch((error) => setStage({ name: 'failed', problem: sentenceOf(error) }))
                }
              >
                Import
              </Button>
            </>
          }
        >
          {found.comparison && (
            <div className="annotations-import">
              <Differences comparison={found.comparison} taking={taking} onChange={setTaking} />
            </div>
          )}
          <FoundAnnotations found={found} choices={choices} onChange={setChoices} />
        </Dialog>
      )
    }
  }
}

/** What else an import has done, for the line that says so. */
function alsoDone({ changed, deleted }: BroughtIn): string {
  const parts = [
    [changed, 'changed'],
    [deleted, 'deleted'],
  ] as const
  return parts
    .filter(([counts]) => Object.keys(counts).length > 0)
    .map(([counts, what]) => `, ${countsInWords(counts)} ${what}`)
    .join('')
}

/** Reads once, when the dialog opens; stopped, there is nothing to show. */
function useReading(path: string, format: string, onClose: () => void) {
  const [task] = useState(newReadingTask)
  const [stage, setStage] = useState<Stage>({ name: 'reading', task })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a dialog reads what it was opened for, once.
  useEffect(() => {
    workbench.setState((state) => ({
      tasks: { ...state.tasks, [task]: { task, done: 0, of: 0, doing: 'Reading the annotations' } },
    }))
    request('annotationImport.read', { task, path, format })
      .then((found) => setStage({ name: 'found', found }))
      .catch((error: Error & { code?: string }) => {
        if (error.code === 'cancelled') onClose()
        else setStage({ name: 'failed', problem: sentenceOf(error) })
      })
      .finally(() => endTask(task))
  }, [])
  return [stage, setStage] as const
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
