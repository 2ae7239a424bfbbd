import { useEffect, useState } from 'react'
import type { BroughtIn, Found } from '../../../preload/contract/annotation-import.ts'
import { isCancelled, sentenceOf } from '../../../preload/contract/failure.ts'
import { request } from '../../client.ts'
import { nameIn, newReadingTask } from '../../commands/import-annotations.ts'
import { beginTask, endTask } from '../../commands/tasks.ts'
import { bringsNothing, noChoices, proposed } from '../../store/annotation-sets/choices.ts'
import { mostListed } from '../../store/annotation-sets/planned-sets.ts'
import { say, showFailure } from '../../store/notices.ts'
import type { AnnotationsDone } from '../../store/open-dialog.ts'
import { openDocument } from '../../store/places.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { formatTitle } from '../import-desk/formats.ts'
import { Working } from '../writing/Working.tsx'
import { BroughtInReport } from './BroughtInReport.tsx'
import { Differences } from './Differences.tsx'
import { FoundAnnotations } from './FoundAnnotations.tsx'
import { countsInWords, followInWords } from './in-words.ts'
import './annotations-import.css'

export interface AnnotationImportDialogProps {
  path: string
  format: string
  together: readonly string[]
  beside: readonly string[]
  /** How many files without annotations follow. */
  others: number
  onClose: (done: AnnotationsDone) => void
}

type Stage =
  | { name: 'reading'; task: string }
  | { name: 'found'; found: Found }
  | { name: 'bringing'; task: string }
  | { name: 'done'; found: Found; report: BroughtIn }
  | { name: 'failed'; problem: string }

/**
 * Reads annotations of another program, shows what was found and what is doubtful, and asks what its tags are. Who
 * cancels while they are brought in is asked again.
 */
export function AnnotationImportDialog({
  path,
  format,
  together,
  beside,
  others,
  onClose,
}: AnnotationImportDialogProps) {
  const close = () => onClose({ beside: [] })
  const chosen = { path, format, together: [...together], beside: [...beside] }
  const [stage, setStage] = useReading(chosen, close)
  const [choices, setChoices] = useState(noChoices)
  const [taking, setTaking] = useState(proposed)

  switch (stage.name) {
    case 'reading':
      return <Working title="Import annotations" task={stage.task} doing="Reading the annotations" />
    case 'bringing':
      return <Working title="Import annotations" task={stage.task} doing="Bringing the annotations in" />
    case 'failed':
      return (
        <Dialog
          title={`Annotations of “${nameIn(path)}”`}
          description={placeInWords(others, together.length)}
          onClose={close}
          footer={
            <Button look="primary" autoFocus onPress={close}>
              Close
            </Button>
          }
        >
          <Notice tone="failure">{stage.problem}</Notice>
        </Dialog>
      )
    case 'done':
      return (
        <BroughtInReport
          name={stage.found.name}
          report={stage.report}
          onClose={() => onClose({ beside: stage.found.beside })}
        />
      )
    case 'found': {
      const { found } = stage
      const isEmpty = bringsNothing(found)
      const isAlone = others === found.beside.length
      const leaveOut = () => {
        request('annotationImport.close', { reading: found.reading }).catch(showFailure)
        close()
      }
      const bring = async () => {
        const { reading } = found
        const task = newReadingTask()
        setStage({ name: 'bringing', task })
        const asked = request('annotationImport.bring', {
          task,
          reading,
          ...choices,
          taking,
          mostDoubts: mostListed,
        })
        const report = await asked.finally(() => endTask(task))
        say(`${countsInWords(report.taken)} imported${alsoDone(report)}`)
        const [first] = report.documentIds
        if (first !== undefined) await openDocument(first)
        setStage({ name: 'done', found, report })
      }
      const start = () =>
        bring().catch((error) =>
          setStage(
            isCancelled(error) ? { name: 'found', found } : { name: 'failed', problem: sentenceOf(error) },
          ),
        )
      return (
        <Dialog
          title={`Import annotations from “${found.name}”`}
          description={[
            `${formatTitle(found.format)}: ${countsInWords(found.counts)}`,
            placeInWords(others - found.beside.length, together.length),
          ]
            .filter(Boolean)
            .join('. ')}
          width="large"
          onClose={leaveOut}
          onConfirm={isEmpty ? leaveOut : start}
          footer={
            isEmpty ? (
              <Button look="primary" autoFocus onPress={leaveOut}>
                {isAlone ? 'Close' : 'Go on'}
              </Button>
            ) : (
              <>
                <Button onPress={leaveOut}>{isAlone ? 'Cancel' : 'Leave out'}</Button>
                <Button look="primary" autoFocus onPress={start}>
                  Import
                </Button>
              </>
            )
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

/** What follows it; '' for nothing. `together`: how many belong to it. */
function placeInWords(others: number, together: number): string {
  if (others === 0) return ''
  const only = together === 0 ? 'The only file with annotations' : 'The only files with annotations'
  return `${only}; ${followInWords(others)}`
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
function useReading(
  chosen: { path: string; format: string; together: string[]; beside: string[] },
  onClose: () => void,
) {
  const [task] = useState(newReadingTask)
  const [stage, setStage] = useState<Stage>({ name: 'reading', task })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a dialog reads what it was opened for, once.
  useEffect(() => {
    beginTask(task, 'Reading the annotations')
    request('annotationImport.read', { task, ...chosen, mostDoubts: mostListed })
      .then((found) => setStage({ name: 'found', found }))
      .catch((error) => {
        if (isCancelled(error)) onClose()
        else setStage({ name: 'failed', problem: sentenceOf(error) })
      })
      .finally(() => endTask(task))
  }, [])
  return [stage, setStage] as const
}
