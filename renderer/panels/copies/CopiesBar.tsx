import { ArrowDownUp } from 'lucide-react'
import { changeCopiesView } from '../../store/copies/copies.ts'
import type { CopyOrder } from '../../store/copies/copy-groups.ts'
import { countOf } from '../../store/counting.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx'
import { Done } from '../middle/Done.tsx'

const orders: [CopyOrder, string][] = [
  ['documents', 'Most documents first'],
  ['length', 'Longest first'],
  ['reading', 'As they come in the documents'],
]

/** Above the copies: how many there are, and their order. */
export function CopiesBar({ count }: { count: number }) {
  const order = useWorkbench((state) => state.copiesView.order)
  const isKnown = useWorkbench((state) => state.copies !== null)
  return (
    <header className="middle-bar">
      <h1>Copies</h1>
      <ChoiceMenu
        label="Order of the copies"
        icon={ArrowDownUp}
        choices={orders}
        value={order}
        onChange={(id) => changeCopiesView({ order: id })}
      />
      <p className="middle-count">{isKnown && `${countOf(count, 'passage')} in several documents`}</p>
      <Done view="view.copies" />
    </header>
  )
}
