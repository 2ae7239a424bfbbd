import { useEffect, useRef, useState } from 'react'
import { showFailure } from '../notices.ts'

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

/** The same object for as long as it says the same, for what takes long to draw from it. */
export function useUnchanged<T>(value: T): T {
  const kept = useRef({ value, json: '' })
  if (kept.current.value !== value) {
    const json = JSON.stringify(value)
    if (json !== kept.current.json) kept.current = { value, json }
  }
  return kept.current.value
}
