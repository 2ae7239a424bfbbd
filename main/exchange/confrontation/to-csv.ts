import { stringify } from 'csv-stringify/sync'
import { cell } from '../../../preload/contract/csv-cell.ts'
import type { Copied, CopiedAnswer, CopiedClaim } from './copied.ts'

const columns = [
  ...['claim', 'answer', 'level', 'link_type', 'against'],
  ...['claim_mentions', 'claim_speaker', 'claim_document', 'claim_date'],
  ...['answer_states', 'answer_speaker', 'answer_document', 'answer_date', 'note'],
]

/**
 * A row for each answer, with its claim in every one of them, and one without an answer for a claim that has none. UTF-8
 * with a byte order mark and CRLF, as Excel wants it.
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
    ...[claim.mentions, claim.passage?.speaker, claim.passage?.title, claim.passage?.date],
    ...[answer?.states?.statement, answer?.passage?.speaker, answer?.passage?.title, answer?.passage?.date],
    answer?.note,
  ]
}

const asText = (rows: readonly (string | number | null | undefined)[][]): string =>
  stringify(
    rows.map((row) => row.map(cell)),
    { record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  )
