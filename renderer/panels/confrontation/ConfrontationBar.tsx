import { FileOutput, ListFilter, X } from 'lucide-react'
import { runCommand } from '../../commands/registry.ts'
import { chooseConfrontation } from '../../store/argument/confrontation.ts'
import type { ConfrontationView } from '../../store/argument/confrontation-view.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Done } from '../middle/Done.tsx'
import { countInWords } from './in-words.ts'

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
      <p className="middle-count confrontation-count">{columns && countInWords(columns, { show, only })}</p>
      <Button icon={FileOutput} isDisabled={isEmpty} onPress={() => runCommand('confrontation.export')}>
        Print or export…
      </Button>
      <Done view="view.confrontation" />
    </header>
  )
}
