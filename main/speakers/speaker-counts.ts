import type { SpeakerCounts } from '../../preload/contract/speaker.ts'
import type { Argument } from '../argument/argument.ts'

/** How many passages each speaker says, and in how many documents. */
export function speakerCounts({ order, speaker, document }: Argument): SpeakerCounts {
  const counts = new Map<number, { passages: number; documents: number; latest: number }>()
  for (const annotation of order) {
    const id = speaker[annotation]!
    if (id === 0) continue
    const count = counts.get(id) ?? { passages: 0, documents: 0, latest: 0 }
    counts.set(id, count)
    count.passages += 1
    // The annotations of a document stand together.
    if (count.latest !== document[annotation]) count.documents += 1
    count.latest = document[annotation]!
  }
  return {
    speaker: Int32Array.from(counts.keys()),
    passages: Int32Array.from(counts.values(), ({ passages }) => passages),
    documents: Int32Array.from(counts.values(), ({ documents }) => documents),
  }
}
