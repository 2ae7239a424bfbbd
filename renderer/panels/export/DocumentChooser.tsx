import { Check } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { withWords } from '../../store/document-order.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { SearchField } from '../../ui/TextField.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { toggled } from './export-form.ts'

export interface DocumentChooserProps {
  label: string
  chosen: readonly DocumentId[]
  onChange: (chosen: DocumentId[]) => void
}

/** Documents to take or leave, narrowed by words; “all shown” takes what the words fit. */
export function DocumentChooser({ label, chosen, onChange }: DocumentChooserProps) {
  const documents = useWorkbench((state) => state.documents)
  const [words, setWords] = useState('')
  const shown = useMemo(() => withWords(documents, words), [documents, words])
  const taken = useMemo(() => new Set(chosen), [chosen])
  const toggle = ({ id }: DocumentSummary) => onChange(toggled(chosen, id))
  return (
    <div className="export-chooser">
      <div className="export-chooser-head">
        <SearchField
          aria-label="Filter documents to choose"
          placeholder="Filter"
          value={words}
          onChange={setWords}
        />
        <Button
          look="quiet"
          onPress={() => onChange([...new Set([...chosen, ...shown.map(({ id }) => id)])])}
        >
          All shown
        </Button>
        <Button look="quiet" onPress={() => onChange([])}>
          None
        </Button>
      </div>
      <VirtualList<DocumentSummary>
        label={label}
        items={shown}
        textOf={({ title }) => title}
        rowHeight={27}
        selected={chosen}
        onOpen={toggle}
        onPeek={toggle}
        empty={<p className="export-none">Nothing fits.</p>}
      >
        {({ id, title }) => (
          <span className="export-document">
            <span className="ui-choice-box" data-taken={taken.has(id) || undefined}>
              {taken.has(id) && <Icon of={Check} size={12} />}
            </span>
            <span>{title}</span>
          </span>
        )}
      </VirtualList>
    </div>
  )
}
