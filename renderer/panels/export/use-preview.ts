import { useEffect, useState } from 'react'
import type { ExportChoice } from '../../../preload/contract/exchange.ts'
import { sentenceOf } from '../../../preload/contract/failure.ts'
import type { OutputOf } from '../../../preload/contract/index.ts'
import { request } from '../../client.ts'
import { problemIn } from './export-form.ts'

export type Preview = OutputOf<'exchange.preview'>

const pauseMs = 120
/** So long what was chosen before may stand there, lest all blink at each choice. */
const patienceMs = 400

/** What the export would write and drop; null while that is not known. Follows the choice after a short pause. */
export function usePreview(choice: ExportChoice | null): { preview: Preview | null; problem: string } {
  const [preview, setPreview] = useState<Preview | null>(null)
  const [failure, setFailure] = useState('')
  // The choice is made anew by each rendering; what it says decides.
  const asked = choice && problemIn(choice) === '' ? JSON.stringify(choice) : null

  useEffect(() => {
    if (asked === null) return
    let wanted = true
    const forgetting = setTimeout(() => setPreview(null), patienceMs)
    const timer = setTimeout(() => {
      request('exchange.preview', JSON.parse(asked) as ExportChoice).then(
        (answer) => {
          if (!wanted) return
          clearTimeout(forgetting)
          setPreview(answer)
          setFailure('')
        },
        (cause) => wanted && setFailure(sentenceOf(cause)),
      )
    }, pauseMs)
    return () => {
      wanted = false
      clearTimeout(timer)
      clearTimeout(forgetting)
    }
  }, [asked])

  return { preview: asked === null ? null : preview, problem: (choice && problemIn(choice)) || failure }
}
