import type { PendingLink } from '../../store/workbench.ts'

/** An end of a link in words: a quotation, but for a link, which is named by its type and what it joins. */
export function PendingWords({ of: { end, words } }: { of: PendingLink }) {
  return 'link' in end ? <span dir="auto">{words}</span> : <q dir="auto">{words}</q>
}
