import { Fragment } from 'react'

/** A text with some of its words in `mark`, which whoever shows it gives a look. `lit`: UTF-16 offsets, in order and apart. */
export function LitWords({ text, lit }: { text: string; lit: readonly { start: number; end: number }[] }) {
  return (
    <>
      {lit.map(({ start, end }, i) => (
        <Fragment key={start}>
          {text.slice(lit[i - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(lit.at(-1)?.end ?? 0)}
    </>
  )
}
