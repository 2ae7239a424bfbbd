import type { Repositories } from '../../db/repositories/index.ts'
import type { DocumentId, SpeakerId } from '../../preload/contract/ids.ts'
import type { Span } from '../../preload/contract/text.ts'
import { folded } from './terms.ts'

/** Who says a passage. `name`: the speaker of an annotation there, else the document’s author, else its outlet, else ''. */
export interface Speaking {
  name: string
  /** What tells whether two are the same; '' for an outlet, which prints many, and where nobody is known. */
  who: string
}

/** Reads each document once, when it is first asked about. */
export function speaking({ documents, speakers, speakerPassages }: Repositories) {
  const names = new Map(speakers.list().map(({ id, name }) => [id, name]))
  const known = new Map<DocumentId, { spoken: (Span & { speakerId: SpeakerId })[]; otherwise: Speaking }>()

  function read(id: DocumentId) {
    const { author = '', outlet = '' } = documents.metadataOf(id)
    const otherwise = { name: author || outlet, who: folded(author.trim()) }
    return { spoken: speakerPassages.inDocument(id), otherwise }
  }

  return (documentId: DocumentId, span: Span): Speaking => {
    const own = known.get(documentId) ?? read(documentId)
    known.set(documentId, own)
    const spoken = own.spoken.find((one) => one.start < span.end && span.start < one.end)
    const name = spoken && names.get(spoken.speakerId)
    return name ? { name, who: folded(name.trim()) } : own.otherwise
  }
}
