import type { DocumentId, RevisionId } from '../../../../preload/contract/ids.ts'
import { CopiesThread } from '../../../copies/copies-thread.ts'
import type { Dataset } from '../../dataset.ts'
import type { WritingOptions } from '../../writing-options.ts'
import type { CopiedPassage } from './ties.ts'

/**
 * All passages of the dataset that stand in several of its documents nearly word for word, found as docs/copies.md
 * says, in a thread of its own. Fails with `cancelled`.
 */
export async function copiesIn(
  { documents, textOf }: Dataset,
  { signal, progress }: WritingOptions,
): Promise<CopiedPassage[]> {
  if (documents.length < 2) return []
  // A dataset has no row numbers: places in the list stand for them.
  const thread = new CopiesThread((place) => textOf(documents[place - 1]!.id).text)
  try {
    const texts = documents.map((_, index) => ({
      ...{ id: (index + 1) as DocumentId, revisionId: (index + 1) as RevisionId, language: '' },
    }))
    const { document, start, end, words, group } = await thread.passages(texts, { signal, progress })
    return Array.from(document, (place, at) => ({
      document: documents[place - 1]!.id,
      ...{ start: start[at]!, end: end[at]!, words: words[at]!, group: group[at]! },
    }))
  } finally {
    await thread.close()
  }
}
