import { useEffect, useState } from 'react'
import { showFailure } from '../../store/notices.ts'

/** What a question gives, again whenever `key` is another; null until the first answer. The last answer stays meanwhile. */
export function useCounts<T>(key: string, ask: () => Promise<T> | null): T | null {
  const [counts, setCounts] = useState<T | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that the question depends on
  useEffect(() => {
    let wanted = true
    const asked = ask()
    if (!asked) setCounts(null)
    asked?.then((given) => wanted && setCounts(given)).catch((error) => wanted && showFailure(error))
    return () => {
      wanted = false
    }
  }, [key])
  return counts
}
