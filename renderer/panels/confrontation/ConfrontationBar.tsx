import { FileOutput, ListFilter, X } from 'lucide-react'
import type { ConfrontationColumns } from '../../../preload/contract/confrontation.ts'
import { runCommand } from '../../commands/registry.ts'
import { chooseConfrontation } from '../../store/argument/confrontation.ts'
import type { ConfrontationView } from '../../store/argument/confrontation-view.ts'
import { countOf } from '../../store/counting.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Done } from '../middle/Done.tsx'

const orders: { id: ConfrontationView['order']; title: string }[] = [
  { id: 'date', title: 'Date' },
  { id: 'document', title: 'Document' },
  { id: 'speaker', title: 'Speaker' },
]
const kinds: [ConfrontationView['show'], string][] = [
  ['all', 'All claims'],
  ['answered', 'Answered'],
  ['unanswered', 'Not answered'],
]

/** Above the columns: which claims, in which order, how many, and the way out. */
export function ConfrontationBar() {
  const { order, show, only } = useWorkbench((state) => state.confrontation)
  const columns = useWorkbench((state) => state.confronted.columns)
  const isEmpty = (columns?.claim.length ?? 0) === 0
  return (
    <header className="middle-bar confrontation-bar">
      <h1>Confrontation</h1>
      {only === null ? (
        <ChoiceMenu
          label="Which claims"
          icon={ListFilter}
          choices={kinds}
          value={show}
          onChange={(id) => chooseConfrontation({ show: id })}
        />
      ) : (
        <Button icon={X} onPress={() => chooseConfrontation({ only: null })}>
          One claim
        </Button>
      )}
      <span className="confrontation-order">
        <span aria-hidden>by</span>
        <Segmented
          label="Order"
          options={orders}
          value={order}
          onChange={(next) => chooseConfrontation({ order: next })}
        />
      </span>
      <p className="middle-count confrontation-count">{columns && countInWords(columns, show, only)}</p>
      <Button icon={FileOutput} isDisabled={isEmpty} onPress={() => runCommand('confrontation.export')}>
        Print or export…
      </Button>
      <Done view="view.confrontation" />
    </header>
  )
}

function countInWords(
  { claim, claims, unanswered, others }: ConfrontationColumns,
  show: ConfrontationView['show'],
  only: number | null,
): string {
  const all = countOf(claims, 'claim')
  if (only !== null) return `of ${all}`
  if (show !== 'all') return `${claim.length.toLocaleString('en')} of ${all}`
  if (claims + others === 0) return ''
  return [
    all,
    claims > 0 && (unanswered === 0 ? 'all answered' : `${unanswered.toLocaleString('en')} not answered`),
    others > 0 && `${countOf(others, 'other answered passage')}`,
  ]
    .filter(Boolean)
    .join(', ')
}
