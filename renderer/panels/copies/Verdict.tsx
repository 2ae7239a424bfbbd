import type { Compared } from '../../../preload/contract/copy.ts'
import { signsInWords, verdictInWords } from './verdicts.ts'
import './compared.css'

export function Verdict({ compared }: { compared: Pick<Compared, 'verdict' | 'signs' | 'isQuoted'> }) {
  return (
    <span className="compared-verdict">
      <span className="compared-sign">{verdictInWords(compared)}</span>
      {signsInWords(compared).map((words) => (
        <span key={words} className="compared-sign" data-weighs>
          {words}
        </span>
      ))}
    </span>
  )
}
