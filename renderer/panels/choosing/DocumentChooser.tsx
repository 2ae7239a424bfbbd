import { useMemo, useState } from 'react'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import { withWords } from '../../store/documents/document-order.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Chooser, type ChooserProps } from './Chooser.tsx'

export type DocumentChooserProps = Pick<ChooserProps<DocumentSummary>, 'label' | 'chosen' | 'onChange'>

export function DocumentChooser(props: DocumentChooserProps) {
  const documents = useWorkbench((state) => state.documents)
  const [words, setWords] = useState('')
  const shown = useMemo(() => withWords(documents, words), [documents, words])
  return (
    <Chooser
      {...props}
      filterLabel="Filter documents to choose"
      words={words}
      onWords={setWords}
      count={documents.length}
      shown={shown}
      textOf={({ title }) => title}
    />
  )
}
