import { useEffect, useState } from 'react'
import { sentenceOf } from '../../../preload/contract/failure.ts'
import { bringSets, lookThroughSets, type RunOptions } from '../../commands/annotation-sets.ts'
import { newReadingTask } from '../../commands/import-annotations.ts'
import { type Choices, noChoices } from '../../store/annotation-sets/choices.ts'
import type {
  AnnotationSet,
  BroughtSet,
  PlannedSet,
  RefusedSet,
} from '../../store/annotation-sets/planned-sets.ts'
import { notify } from '../../store/notices.ts'
import type { SetsDone } from '../../store/open-dialog.ts'
import { Working } from '../writing/Working.tsx'
import { OneSet } from './OneSet.tsx'
import { SetsPlan } from './SetsPlan.tsx'
import './annotations-import.css'

export interface AnnotationSetsDialogProps {
  sets: readonly AnnotationSet[]
  /** What was chosen together with them and holds no annotations. */
  beside: readonly string[]
  onClose: (done: SetsDone) => void
}

/** What is under way, and how far. */
interface Run {
  task: string
  doing: 'Reading' | 'Importing'
  at: number
  of: number
}

interface Plan {
  sets: readonly PlannedSet[]
  /** What the names are that stand in the sets, unless a set has choices of its own. */
  shared: Choices
  brought: readonly BroughtSet[]
  refused: readonly RefusedSet[]
  /** Texts that came in with annotations. */
  usedBeside: readonly string[]
}

const nothingYet: Plan = { sets: [], shared: noChoices, brought: [], refused: [], usedBeside: [] }

/**
 * Several sets of annotations of other programs that were chosen together: all are read, then shown in one list, and
 * what a person takes of them comes in as one step to undo.
 */
export function AnnotationSetsDialog({ sets, beside, onClose }: AnnotationSetsDialogProps) {
  const [together] = useState(newReadingTask)
  const [plan, setPlan] = useState(nothingYet)
  const [run, setRun] = useState<Run | null>({ task: together, doing: 'Reading', at: 1, of: sets.length })
  const [lookedAt, setLookedAt] = useState<PlannedSet | null>(null)

  const close = ({ brought, refused, usedBeside }: Plan) => onClose({ beside: usedBeside, brought, refused })
  const running = (doing: Run['doing'], task: string): RunOptions => ({
    task,
    onSet: (at, of) => setRun({ task, doing, at, of }),
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: a dialog reads what it was opened for, once.
  useEffect(() => {
    const look = async () => {
      const looked = await lookThroughSets(sets, beside, running('Reading', together))
      const { sets: readable, refused } = looked ?? { sets: [], refused: [] }
      const [alone] = readable
      if (readable.length > 1) {
        setPlan({ ...nothingYet, sets: readable, refused })
        setRun(null)
      } else onClose({ beside: [], brought: [], refused, ...(alone && { alone }) })
    }
    look().catch(fail)
  }, [])

  const fail = (error: unknown) => {
    notify('failure', sentenceOf(error))
    close(plan)
  }

  const free = beside.filter((path) => !plan.usedBeside.includes(path))
  const bring = async () => {
    const task = newReadingTask()
    setRun({ task, doing: 'Importing', at: 1, of: plan.sets.filter(({ isIncluded }) => isIncluded).length })
    const result = await bringSets(
      plan.sets,
      { shared: plan.shared, beside: free, together },
      running('Importing', task),
    )
    const next: Plan = {
      ...plan,
      sets: result.left,
      brought: [...plan.brought, ...result.brought],
      refused: [...plan.refused, ...result.refused],
      usedBeside: [...plan.usedBeside, ...result.beside],
    }
    if (result.left.length === 0) return close(next)
    setPlan(next)
    setRun(null)
  }

  const change = (set: PlannedSet, changed: Partial<PlannedSet>) =>
    setPlan((before) => ({
      ...before,
      sets: before.sets.map((one) =>
        one.path === set.path && one.format === set.format ? { ...one, ...changed } : one,
      ),
    }))

  if (run) {
    return (
      <Working
        title={`${run.doing} ${run.at} of ${run.of} sets of annotations`}
        task={run.task}
        doing="Reading the annotations"
      />
    )
  }
  if (lookedAt) {
    return (
      <OneSet
        set={lookedAt}
        shared={plan.shared}
        onBack={() => setLookedAt(null)}
        onDone={(changed) => {
          change(lookedAt, changed)
          setLookedAt(null)
        }}
      />
    )
  }
  return (
    <SetsPlan
      sets={plan.sets}
      shared={plan.shared}
      beside={free}
      broughtBefore={plan.brought.length}
      onShared={(shared) => setPlan((before) => ({ ...before, shared }))}
      onChange={change}
      onLook={setLookedAt}
      onLeaveOut={() => close(plan)}
      onImport={() => bring().catch(fail)}
    />
  )
}
