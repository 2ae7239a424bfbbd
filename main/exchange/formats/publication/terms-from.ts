import type { Repositories } from '../../../../db/repositories/index.ts'
import { PublicationTerms } from '../../../../preload/contract/publication.ts'
import type { Dataset } from '../../dataset.ts'
import type { Terms } from './terms.ts'

/** The terms as they were asked for, the documents by the ids that the dataset has; the usual ones without. */
export function termsFrom(
  { documents }: Pick<Repositories, 'documents'>,
  part: Dataset,
  asked: PublicationTerms = PublicationTerms.parse({}),
): Terms {
  const { withheld, ...others } = asked
  const chosen = withheld === 'all' ? null : new Set(withheld.map((id) => documents.get(id).uid))
  return {
    ...others,
    withheld: new Set(part.documents.map(({ id }) => id).filter((id) => chosen === null || chosen.has(id))),
  }
}
