import { TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import type { Newcomer } from '../../../preload/contract/annotation-import.ts'
import { type Choices, type NamedKind, namedKinds } from '../../store/annotation-sets/choices.ts'
import {
  concernOf,
  isIdle,
  type PlannedSet,
  remarksOn,
  sumOf,
} from '../../store/annotation-sets/planned-sets.ts'
import { sharedNewcomers } from '../../store/annotation-sets/shared-choices.ts'
import { countOf } from '../../store/counting.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useGradually } from '../../ui/gradually.ts'
import { Icon } from '../../ui/Icon.tsx'
import { formatTitle } from '../import-desk/formats.ts'
import { countsInWords, followInWords } from './in-words.ts'
import { Newcomers } from './Newcomers.tsx'

export interface SetsPlanProps {
  sets: readonly PlannedSet[]
  shared: Choices
  /** What was chosen with them, holds no annotations and has not come in yet. */
  beside: readonly string[]
  /** How many came in with the same plan already. */
  broughtBefore: number
  onShared: (shared: Choices) => void
  onChange: (set: PlannedSet, changed: Partial<PlannedSet>) => void
  onLook: (set: PlannedSet) => void
  onLeaveOut: () => void
  onImport: () => void
}

/** What is in several sets, which of them come in, and what the names in them are, each name once. */
export function SetsPlan(props: SetsPlanProps) {
  const { sets, shared, onShared, onChange, onLook, onLeaveOut, onImport } = props
  const included = sets.filter(({ isIncluded }) => isIncluded)
  const newcomers = useMemo(() => {
    const taken = sets.filter(({ isIncluded }) => isIncluded)
    const [tags, linkTypes, annotators] = namedKinds.map((kind) => sharedNewcomers(taken, kind))
    return { tags: tags!, linkTypes: linkTypes!, annotators: annotators! }
  }, [sets])
  // Some of it comes in with what is taken.
  const comesAlong = new Set(included.flatMap(({ found }) => found.beside))
  const others = props.beside.filter((path) => !comesAlong.has(path)).length
  const drawn = useGradually(sets.length, 12)
  const isNone = included.length === 0
  return (
    <Dialog
      title={`Import ${countOf(sets.length, 'set')} of annotations`}
      description={described({ ...props, others }, included, newcomers)}
      width="large"
      onClose={onLeaveOut}
      onConfirm={isNone ? onLeaveOut : onImport}
      footer={
        isNone ? (
          <Button look="primary" autoFocus onPress={onLeaveOut}>
            {others > 0 ? 'Go on' : 'Close'}
          </Button>
        ) : (
          <>
            <Button onPress={onLeaveOut}>{others > 0 ? 'Leave out all' : 'Cancel'}</Button>
            <Button look="primary" autoFocus onPress={onImport}>
              {`Import ${countOf(included.length, 'set')}`}
            </Button>
          </>
        )
      }
    >
      <div className="annotations-import">
        <ul aria-label="Sets of annotations" className="annotations-import-sets">
          {sets.slice(0, drawn).map((set) => (
            <SetRow
              key={`${set.format} ${set.path}`}
              set={set}
              onInclude={(isIncluded) => onChange(set, { isIncluded })}
              onLook={() => onLook(set)}
            />
          ))}
        </ul>
        <Newcomers newcomers={newcomers} choices={shared} onChange={onShared} />
      </div>
    </Dialog>
  )
}

function described(
  { broughtBefore, others }: Pick<SetsPlanProps, 'broughtBefore'> & { others: number },
  included: readonly PlannedSet[],
  { tags, linkTypes, annotators }: Record<NamedKind, readonly Newcomer[]>,
): string {
  const unknown = countsInWords({
    ...{ tags: tags.length, 'link types': linkTypes.length, annotators: annotators.length },
  })
  const names = tags.length + linkTypes.length + annotators.length
  const said = [
    broughtBefore > 0 &&
      `${countOf(broughtBefore, 'set')} came in. What is left holds what has just come in, or was not reached.`,
    included.length > 0 && `To come in: ${countsInWords(sumOf(included))}. All of it is one step to undo.`,
    names > 0 && `Below the list you choose what their ${unknown} become here.`,
    others > 0 && `${followInWords(others)}.`,
  ]
  return said.filter(Boolean).join(' ')
}

interface SetRowProps {
  set: PlannedSet
  onInclude: (isIncluded: boolean) => void
  onLook: () => void
}

function SetRow({ set: { found, isIncluded, own }, onInclude, onLook }: SetRowProps) {
  const isNothing = isIdle(found)
  const concern = isNothing ? '' : concernOf(found)
  const what = isNothing ? 'nothing that is not here already' : countsInWords(found.counts)
  const remarks = [remarksOn(found), own ? 'choices of its own' : ''].filter(Boolean)
  return (
    <li>
      <Checkbox
        isSelected={isIncluded}
        isDisabled={isNothing}
        onChange={onInclude}
        description={
          <>
            {[`${formatTitle(found.format)}: ${what}`, ...remarks].join('; ')}
            {concern !== '' && (
              <span className="annotations-import-concern">
                <Icon of={TriangleAlert} size={13} />
                {concern}
              </span>
            )}
          </>
        }
      >
        <span className="annotations-import-name">{found.name}</span>
      </Checkbox>
      <Button look="quiet" onPress={onLook} aria-label={`Look closely at ${found.name}`}>
        Look closely…
      </Button>
    </li>
  )
}
