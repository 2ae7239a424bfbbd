import { Copy, ListFilter } from 'lucide-react'
import { narrowsDocuments } from '../../../preload/contract/filter.ts'
import type { WhoAnswersWhom } from '../../../preload/contract/speaker.ts'
import { copyRows } from '../../commands/copy-rows.ts'
import {
  type Matrix,
  matrixRows,
  mostInMatrix,
  type Pair,
  sortedPairs,
  tableRows,
} from '../../store/argument/answering.ts'
import { changeSpeakersView } from '../../store/argument/speakers.ts'
import type { SpeakersView } from '../../store/argument/speakers-view.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { MenuButton, MenuItem } from '../../ui/Menu.tsx'
import { Select } from '../../ui/Select.tsx'
import { DocumentFields } from '../filters/DocumentFields.tsx'
import '../filters/filters.css'

const unsets: readonly { id: SpeakersView['unset']; title: string }[] = [
  { id: 'document', title: 'Author or outlet where none is set' },
  { id: 'nobody', title: 'Undetermined where none is set' },
]

export interface AnswersBarProps {
  counted: WhoAnswersWhom
  pairs: readonly Pair[]
  matrix: Matrix
}

/** Whose answers count, how many they are, and ways to copy them. */
export function AnswersBar({ counted, pairs, matrix }: AnswersBarProps) {
  const { tab, documents, unset, filtersShown, sort } = useWorkbench((state) => state.speakersView)
  const isNarrowed = narrowsDocuments(documents)
  return (
    <>
      <div className="middle-bar speakers-row">
        <Button
          look={isNarrowed ? 'plain' : 'quiet'}
          icon={ListFilter}
          aria-expanded={filtersShown}
          onPress={() => changeSpeakersView({ filtersShown: !filtersShown })}
        >
          {isNarrowed ? 'Filtered' : 'Filter'}
        </Button>
        <span className="answering-unset">
          <Select
            aria-label="Who speaks where no speaker is set"
            choices={unsets}
            value={unset}
            onChange={(next) => changeSpeakersView({ unset: next, between: null })}
          />
        </span>
        <p className="middle-count">{factsOf(counted, pairs, tab === 'matrix' ? matrix.left : 0)}</p>
        <CopyMenu isMatrix={tab === 'matrix'} pairs={sortedPairs(pairs, sort)} matrix={matrix} />
      </div>
      {filtersShown && (
        <section className="filters" aria-label="Filter of the answers">
          <DocumentFields
            filter={documents}
            onChange={(next) => changeSpeakersView({ documents: next, between: null })}
          />
        </section>
      )}
    </>
  )
}

function factsOf({ links, voices, undated }: WhoAnswersWhom, pairs: readonly Pair[], left: number): string {
  const counted = pairs.reduce((sum, { all }) => sum + all, 0)
  return [
    `${countOf(links, 'link')}, ${voices.length.toLocaleString('en')} who take part`,
    ...(counted > links ? [`counted ${counted.toLocaleString('en')} times, once for each pair`] : []),
    ...(left > 0
      ? [`the ${mostInMatrix} with most links; ${left.toLocaleString('en')} more in the table`]
      : []),
    ...(undated > 0 ? [`${countOf(undated, 'link')} left out: the answer has no date`] : []),
  ].join(' · ')
}

interface CopyMenuProps {
  isMatrix: boolean
  pairs: readonly Pair[]
  matrix: Matrix
}

function CopyMenu({ isMatrix, pairs, matrix }: CopyMenuProps) {
  const copy = (rows: Parameters<typeof copyRows>[0], as: 'table' | 'csv') => () =>
    copyRows(rows, as).catch(showFailure)
  return (
    <MenuButton
      label="Copy"
      placement="bottom end"
      trigger={<IconButton icon={Copy} label="Copy" isDisabled={pairs.length === 0} />}
    >
      {isMatrix ? (
        <>
          <MenuItem onAction={copy(matrixRows(matrix, 'against'), 'table')}>
            Links against, as a table
          </MenuItem>
          <MenuItem onAction={copy(matrixRows(matrix, 'for'), 'table')}>Links for, as a table</MenuItem>
          <MenuItem onAction={copy(matrixRows(matrix, 'against'), 'csv')}>Links against, as CSV</MenuItem>
          <MenuItem onAction={copy(matrixRows(matrix, 'for'), 'csv')}>Links for, as CSV</MenuItem>
        </>
      ) : (
        <>
          <MenuItem onAction={copy(tableRows(pairs), 'table')}>Copy as a table</MenuItem>
          <MenuItem onAction={copy(tableRows(pairs), 'csv')}>Copy as CSV</MenuItem>
        </>
      )}
    </MenuButton>
  )
}
