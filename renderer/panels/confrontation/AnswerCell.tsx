// biome-ignore-all lint/a11y/useSemanticElements: cells of a grid of which only some are drawn are placed by hand, which table elements are not
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, aria-activedescendant stands for it
import { ChevronDown, ChevronRight } from 'lucide-react'
import type { ConfrontedAnswer } from '../../../preload/contract/confrontation.ts'
import { useKey } from '../../commands/key-choices.ts'
import type { AnswerRow } from '../../store/argument/confrontation-rows.ts'
import { gap, keyOf } from '../../store/argument/confrontation-view.ts'
import { countOf } from '../../store/counting.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { tagColor } from '../../ui/Tag.tsx'
import { deepest, type Layout } from './layout.ts'
import { SourceLine } from './SourceLine.tsx'
import { Thread } from './Thread.tsx'

export interface AnswerCellProps {
  id: string
  row: AnswerRow
  /** Whether it stands beside the beginning of its claim. */
  isFirst: boolean
  /** Whether a link stands against the claim itself. */
  isAnswered: boolean
  /** In CSS pixels, from the top of the claim. */
  top: number
  layout: Layout
  isCurrent: boolean
}

/** An answer with the thread that ties it to its claim, or the gap where there is none. */
export function AnswerCell({ id, row, isFirst, isAnswered, top, layout, isCurrent }: AnswerCellProps) {
  const { path, further, isUnfolded, isAgain } = row
  const answer = useWorkbench((state) => state.confronted.answers.get(path.at(-1)!))
  const type = useWorkbench((state) => state.linkTypes.find((one) => one.id === answer?.linkTypeId))
  const isGap = path.at(-1) === gap
  const depth = path.length - 2
  const style = {
    top,
    height: layout.rowHeight,
    paddingInlineStart: layout.gutter + Math.min(depth, deepest) * layout.step,
    ...(type && tagColor(type.color)),
  }
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={2}
      aria-selected={isCurrent}
      aria-expanded={further > 0 && !isAgain ? isUnfolded : undefined}
      data-path={keyOf(path)}
      data-current={isCurrent || undefined}
      className={isGap ? 'confronted-answer confronted-gap' : 'confronted-answer tag-colored'}
      style={style}
    >
      {!isGap && <Thread row={row} isFirst={isFirst} layout={layout} />}
      {isGap ? (
        <Gap />
      ) : (
        answer && (
          <div className="confronted-words">
            <span className="confronted-quote" dir="auto">
              <b className="confronted-type">{typeInWords(type?.name ?? '', answer, isAnswered, depth)}</b>{' '}
              {answer.words}
            </span>
            <span className="confronted-foot">
              <SourceLine passage={answer.passage} more={[!answer.passage && 'Implicit']} />
              {further > 0 && (
                <span className="confronted-more" data-again={isAgain || undefined}>
                  {!isAgain && <Icon of={isUnfolded ? ChevronDown : ChevronRight} size={13} />}
                  {isAgain ? 'stands above already' : countOf(further, 'answer')}
                </span>
              )}
            </span>
          </div>
        )
      )}
    </div>
  )
}

/** That nobody answers, for everyone to see, and what can be done about it. */
function Gap() {
  const key = useKey('answer.candidates')
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  return (
    <div className="confronted-nothing">
      <span>Nobody answers this.</span>
      {key !== undefined && !readOnly && (
        <span className="confronted-help">
          <Shortcut keys={key} /> looks for candidates
        </span>
      )}
    </div>
  )
}

function typeInWords(
  name: string,
  { against }: ConfrontedAnswer,
  isAnswered: boolean,
  depth: number,
): string {
  if (against === 'support')
    return isAnswered || depth > 0 ? `${name} what supports it` : `${name} only what supports it`
  return against === 'step' ? `${name} this step` : name
}
