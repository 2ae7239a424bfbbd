import { stringify } from 'csv-stringify/sync'
import type { PassageBrief } from '../../../preload/contract/confrontation.ts'
import { cell } from '../../../preload/contract/csv-cell.ts'
import { isOfDocument } from '../../../preload/contract/said-by.ts'
import type { Copied, CopiedAnswer, CopiedClaim } from './copied.ts'

const columns = [
  ...['claim', 'answer', 'level', 'link_type', 'against'],
  ...['claim_mentions', 'claim_speaker', 'claim_document', 'claim_date'],
  ...['answer_states', 'answer_speaker', 'answer_document', 'answer_date', 'note'],
  ...['claim_kind', 'claim_id', 'answer_id', 'answers_id', 'claim_source', 'answer_source'],
]

/**
 * A row for each answer, with its claim in every one of them, and one without an answer for a claim that has none. The
 * ids are those of the dataset: of a claim, or of a passage without a card, and of links; `answers_id` is what the
 * answer answers. A speaker is one that the passage itself names; whose document it stands in is its source. UTF-8 with a
 * byte order mark and CRLF, as Excel wants it.
 */
export async function* confrontationAsCsv({ each }: Copied): AsyncGenerator<string> {
  yield `\ufeff${asText([columns])}`
  for await (const claim of each) {
    yield asText(claim.answers.length === 0 ? [rowOf(claim)] : claim.answers.map((one) => rowOf(claim, one)))
  }
}

function rowOf(claim: CopiedClaim, answer?: CopiedAnswer): (string | number | null | undefined)[] {
  return [
    ...[claim.words, answer?.words, answer?.level, answer?.type.name, answer?.against],
    ...[
      claim.claim > 0 ? claim.mentions : null,
      speakerOf(claim.passage),
      claim.passage?.title,
      claim.passage?.date,
    ],
    ...[answer?.states?.statement, speakerOf(answer?.passage), answer?.passage?.title, answer?.passage?.date],
    ...[answer?.note, claim.claim > 0 ? 'claim' : 'passage', claim.uid],
    ...[answer?.uid, answer && (answer.toUid ?? claim.uid)],
    ...[sourceOf(claim.passage), sourceOf(answer?.passage)],
  ]
}

/** '' for a name that is the document’s alone. */
const speakerOf = (passage: PassageBrief | null | undefined): string =>
  passage && !isOfDocument(passage) ? passage.speaker : ''

/** The document’s author or outlet, where nobody else is known. */
const sourceOf = (passage: PassageBrief | null | undefined): string =>
  passage && isOfDocument(passage) ? `${passage.speakerFrom}: ${passage.speaker}` : ''

const asText = (rows: readonly (string | number | null | undefined)[][]): string =>
  stringify(
    rows.map((row) => row.map(cell)),
    { record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  )
