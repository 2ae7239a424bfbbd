import { Fragment } from 'react'
import type { Span } from '../../../preload/contract/text.ts'
import './lit-words.css'

/** A text with some of its words lit. `lit`: UTF-16 offsets, in order and apart. */
export function LitWords({ text, lit }: { text: string; lit: readonly Span[] }) {
  return (
    <>
      {lit.map(({ start, end }, i) => (
        <Fragment key={start}>
          {text.slice(lit[i - 1]?.end ?? 0, start)}
          <mark className="lit-word">{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(lit.at(-1)?.end ?? 0)}
    </>
  )
}
