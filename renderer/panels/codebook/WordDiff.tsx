import { useMemo } from 'react'
import { wordDiff } from './word-diff.ts'

/** A wording with what went struck out and what came underlined; a screen reader is told which is which. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const parts = useMemo(() => wordDiff(before, after), [before, after])
  return (
    <span className="word-diff selectable">
      {parts.map(({ kind, words }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no other identity
        if (kind === 'same') return <span key={index}>{words}</span>
        const Element = kind === 'gone' ? 'del' : 'ins'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no other identity
          <Element key={index}>
            <span className="ui-hidden">{kind === 'gone' ? ' removed: ' : ' added: '}</span>
            {words}
          </Element>
        )
      })}
    </span>
  )
}
