import { useEffect, useState } from 'react'
import { showFailure } from '../../store/notices.ts'

/**
 * The answer to a question that changes with what is chosen; undefined until the first has come, then the last one
 * until the next. `asked` says what the question is; null asks nothing.
 */
export function useAnswer<T>(asked: string | null, ask: () => Promise<T>): T | undefined {
  const [answer, setAnswer] = useState<T>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` stands for all that the question is made of
  useEffect(() => {
    if (asked === null) return setAnswer(undefined)
    let wanted = true
    ask()
      .then((came) => wanted && setAnswer(came))
      .catch((cause) => wanted && showFailure(cause))
    return () => {
      wanted = false
    }
  }, [asked])
  return answer
}
