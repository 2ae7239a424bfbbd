import { useMemo } from 'react'
import { readingChoice } from '../../store/reading/reading-choice.ts'
import { useWorkbench, type Workbench } from '../../store/workbench.ts'

/** What is chosen for paper and for copies to read. */
export function useReadingChoice(): Workbench['print'] {
  const print = useWorkbench((state) => state.print)
  const tags = useWorkbench((state) => state.tags)
  return useMemo(() => readingChoice({ print, tags }), [print, tags])
}
