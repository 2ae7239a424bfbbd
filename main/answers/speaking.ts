import type { Repositories } from '../../db/repositories/index.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import type { Span } from '../../preload/contract/text.ts'
import type { Voices } from '../speakers/voices.ts'
import { folded } from './terms.ts'

/** Who says a passage: whoever an annotation there names, else whoever speaks in its turn or its document. */
export interface Speaking {
  /** '' where nobody is known. */
  name: string
  /**
   * What tells whether two are the same, or likely so: names that differ in accents are. '' for an outlet, which prints
   * many, and where nobody is known.
   */
  who: string
}

/** Reads each document once, when it is first asked about. */
export function speaking({ speakerPassages }: Repositories, voices: Voices) {
  const known = new Map<DocumentId, ReturnType<typeof speakerPassages.inDocument>>()

  return (documentId: DocumentId, span: Span): Speaking => {
    const own = known.get(documentId) ?? speakerPassages.inDocument(documentId)
    known.set(documentId, own)
    const spoken = own.find((one) => one.start < span.end && span.start < one.end)
    const voice = voices.of(spoken?.speakerId ?? null, documentId, span.start)
    const name = voices.name(voice)
    return { name, who: voices.isSomebody(voice) ? folded(name) : '' }
  }
}
