import { CopyIndex } from '../../main/copies/copy-index.ts'
import { proseOf } from '../text-view/prose.ts'
import { measureRecall } from './recall.ts'

/** How many copies are found, by how they were changed, and what ten million words take. */
export function copiesTable(): string {
  const { rows, wrong, pairs } = measureRecall()
  const share = (of: number) => `${(100 * of).toFixed(1)} %`
  const recall = rows.map(({ kind, found, exact }) => `${kind}: found ${share(found)}, words ${share(exact)}`)
  return [
    ...recall,
    `found where there is no copy: ${wrong} of ${pairs}`,
    `ten million words, nothing copied: ${timeLooking()}`,
  ].join('\n')
}

/** As the thread does it, without sending the texts there. */
function timeLooking(): string {
  const documents = 1000
  const before = process.memoryUsage()
  const begun = performance.now()
  const index = new CopyIndex()
  let longest = 0
  for (let at = 0; at < documents; at++) {
    // Another number of words is another text.
    index.put(at + 1, proseOf(9_500 + at).text)
    const sliced = performance.now()
    index.advance()
    longest = Math.max(longest, performance.now() - sliced)
  }
  const { group } = index.passages()
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const after = process.memoryUsage()
  const megabytes = Math.round((after.arrayBuffers - before.arrayBuffers) / 1e6)
  return `${seconds} s, making them included; the longest text ${Math.round(longest)} ms; ${megabytes} MB of columns; ${group.length} passages`
}
