import { useState } from 'react'
import { showFailure } from '../../store/notices.ts'
import { refreshFocused } from '../../store/reading/focus.ts'

/**
 * For a field whose words are stored with the annotation in focus: what was typed stays in it until it is stored.
 * Else it would show the words before for a moment, and a combo box would take the new ones for typed and offer them.
 */
export function useKeptWords(stored: string, store: (words: string) => Promise<void>) {
  const [typed, setTyped] = useState<string | null>(null)
  const keep = (words: string) => {
    if (words.trim() === stored) {
      setTyped(null)
      return
    }
    setTyped(words)
    store(words)
      .then(refreshFocused)
      .catch(showFailure)
      .finally(() => setTyped((now) => (now === words ? null : now)))
  }
  return { words: typed ?? stored, onWords: setTyped, onKeep: keep, onGiveUp: () => setTyped(null) }
}
