import type { ComparedPart } from '../../../preload/contract/copy.ts'
import './compared.css'

const spoken = {
  gone: { plain: 'left out', number: 'number left out', denial: 'denial left out' },
  new: { plain: 'put in', number: 'number put in', denial: 'denial put in' },
}

/** A wording with what it leaves out struck through and what it puts in underlined; numbers and denials stand out. */
export function ComparedWords({ parts }: { parts: readonly ComparedPart[] }) {
  return (
    <span className="compared-words selectable" dir="auto">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no other identity
        <Part key={index} part={part} before={parts[index - 1]?.words ?? ' '} />
      ))}
    </span>
  )
}

/** `before`: what stands before it; words of the two sides never run into each other. */
function Part({ part: { kind, words, sign }, before }: { part: ComparedPart; before: string }) {
  if (kind === 'same') return <span>{words}</span>
  if (kind === 'around') return <span className="compared-around">{words}</span>
  const Element = kind === 'gone' ? 'del' : 'ins'
  const [, space = '', rest = ''] = /^(\s*)([\s\S]*)$/.exec(words) ?? []
  return (
    <>
      {space === '' && /\S$/u.test(before) ? ' ' : space}
      <Element data-sign={sign ?? undefined}>
        <span className="ui-hidden"> {spoken[kind][sign ?? 'plain']}: </span>
        {rest}
      </Element>
    </>
  )
}
