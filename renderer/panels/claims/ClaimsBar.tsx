import { ArrowDownUp, ListFilter, Plus } from 'lucide-react'
import { runCommand } from '../../commands/registry.ts'
import { changeClaimsView } from '../../store/argument/claims.ts'
import type { ClaimsView } from '../../store/argument/claims-view.ts'
import { countShown } from '../../store/counting.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx'
import { SearchField } from '../../ui/TextField.tsx'
import { Done } from '../middle/Done.tsx'

const orders: [ClaimsView['order'], string][] = [
  ['made', 'Made last first'],
  ['mentions', 'Most mentions first'],
  ['first-stated', 'First stated first'],
]
const kinds: [ClaimsView['show'], string][] = [
  ['all', 'All claims'],
  ['answered', 'Answered'],
  ['unanswered', 'Not answered'],
  ['implicit', 'Without a mention'],
]

/** Above the claims: words to narrow them by, their order, and how many are shown. */
export function ClaimsBar({ shown, all }: { shown: number; all: number }) {
  const { words, order, show } = useWorkbench((state) => state.claimsView)
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  return (
    <header className="middle-bar">
      <h1>Claims</h1>
      <SearchField
        aria-label="Filter the claims"
        placeholder="Filter"
        value={words}
        onChange={(typed) => changeClaimsView({ words: typed })}
      />
      <ChoiceMenu
        label="Which claims"
        icon={ListFilter}
        choices={kinds}
        value={show}
        onChange={(id) => changeClaimsView({ show: id })}
      />
      <ChoiceMenu
        label="Order of the claims"
        icon={ArrowDownUp}
        choices={orders}
        value={order}
        onChange={(id) => changeClaimsView({ order: id })}
      />
      <p className="middle-count">{countShown(shown, all, 'claim')}</p>
      <Button icon={Plus} isDisabled={readOnly} onPress={() => runCommand('claim.new')}>
        New claim…
      </Button>
      <Done view="view.claims" />
    </header>
  )
}
