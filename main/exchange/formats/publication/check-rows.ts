import { codePointsOf } from '../../code-points.ts'
import type { SplitName } from './columns.ts'
import { hashOfText } from './rows.ts'
import type { TableName } from './table-shapes.ts'

interface DocumentRow {
  id: string
  text: string | null
  text_sha256: string
  text_length: number
  tied_group: string
}

interface AnnotationRow {
  id: string
  document_id: string
  spans: Span[]
  spans_utf16: Span[]
  quote: string[] | null
}

interface ClaimRow {
  id: string
  annotations: string[]
}

interface LinkRow {
  id: string
  source_kind: string
  source_id: string
  target_kind: string
  target_id: string
}

interface PairRow {
  claim_mentions: { annotation_id: string }[]
  counter_mentions: { annotation_id: string }[]
}

interface KnownDocument {
  text: string | null
  length: number
  split: SplitName
}

interface Span {
  start: number
  end: number
}

/**
 * Whether rows fit each other: words and hashes to texts, ids to things that are there, and what belongs together to
 * one split. Documents have to come first, then annotations, claims and links.
 */
export class RowCheck {
  readonly #documents = new Map<string, KnownDocument>()
  readonly #splits = new Map<string, SplitName>()
  readonly #groups = new Map<string, SplitName>()
  readonly #texts = new Map<string, SplitName>()
  readonly #pending: { id: string; split: SplitName; ends: string[] }[] = []

  /** A sentence for each thing that is wrong with the row. */
  check(table: TableName, split: SplitName | null, row: Record<string, unknown>): string[] {
    if (split === null) return []
    if (row.split !== split) return [`is of the split “${row.split}”, but stands in “${split}”`]
    const found: unknown = row
    switch (table) {
      case 'documents':
        return this.#document(found as DocumentRow, split)
      case 'annotations':
        return this.#annotation(found as AnnotationRow, split)
      case 'claims':
        return this.#claim(found as ClaimRow, split)
      case 'links':
        return this.#link(found as LinkRow, split)
      case 'claimPairs':
        return this.#pair(found as PairRow, split)
      default:
        return []
    }
  }

  /** What can be told only when all rows are there: links may point at links that come later. */
  end(): string[] {
    return this.#pending.flatMap(({ id, split, ends }) =>
      this.#together(ends, split).map((what) => `the link ${id} ${what}`),
    )
  }

  #claim({ id, annotations }: ClaimRow, split: SplitName): string[] {
    this.#splits.set(`claim ${id}`, split)
    return this.#together(
      annotations.map((one) => `annotation ${one}`),
      split,
    )
  }

  #link({ id, source_kind, source_id, target_kind, target_id }: LinkRow, split: SplitName): string[] {
    this.#splits.set(`link ${id}`, split)
    this.#pending.push({ id, split, ends: [`${source_kind} ${source_id}`, `${target_kind} ${target_id}`] })
    return []
  }

  #pair({ claim_mentions, counter_mentions }: PairRow, split: SplitName): string[] {
    return this.#together(
      [...claim_mentions, ...counter_mentions].map((one) => `annotation ${one.annotation_id}`),
      split,
    )
  }

  #document({ id, text, text_sha256, text_length, tied_group }: DocumentRow, split: SplitName): string[] {
    this.#documents.set(id, { text, length: text_length, split })
    const problems: string[] = []
    if (text !== null && hashOfText(text) !== text_sha256)
      problems.push('has a text that its hash does not fit')
    if (text !== null && codePointsOf(text).length !== text_length)
      problems.push('has a text of another length than it says')
    for (const [known, name] of [
      [this.#groups, tied_group],
      [this.#texts, text_length === 0 ? `none of ${id}` : text_sha256],
    ] as const) {
      const other = known.get(name)
      known.set(name, split)
      if (other !== undefined && other !== split)
        problems.push(`belongs together with a document in “${other}”, but stands in “${split}”`)
    }
    return problems
  }

  #annotation({ id, document_id, spans, spans_utf16, quote }: AnnotationRow, split: SplitName): string[] {
    this.#splits.set(`annotation ${id}`, split)
    const document = this.#documents.get(document_id)
    if (!document) return [`is of a document that is not there (${document_id})`]
    if (document.split !== split) return [`stands in “${split}”, but its document in “${document.split}”`]
    const { text, length } = document
    if (spans.some(({ start, end }) => start < 0 || start >= end || end > length))
      return ['has a place outside of its text']
    if ((text === null) !== (quote === null))
      return [text === null ? 'quotes a text that is withheld' : 'has no words, though its text is there']
    if (text === null) return []
    const points = this.#pointsOf(document_id, text)
    const fits = spans.every(({ start, end }, at) => {
      const [from, to] = [points.toUtf16(start)!, points.toUtf16(end)!]
      const other = spans_utf16[at]
      return text.slice(from, to) === quote![at] && other?.start === from && other.end === to
    })
    return fits && spans.length === quote!.length ? [] : ['has other words than its text has in that place']
  }

  #together(things: readonly string[], split: SplitName): string[] {
    return things.flatMap((thing) => {
      const other = this.#splits.get(thing)
      if (other === undefined) return [`leads to something that is not there (${thing})`]
      return other === split ? [] : [`is tied to the ${thing} in “${other}”, but stands in “${split}”`]
    })
  }

  #last: { document: string; points: ReturnType<typeof codePointsOf> } | null = null

  #pointsOf(document: string, text: string): ReturnType<typeof codePointsOf> {
    if (this.#last?.document !== document) this.#last = { document, points: codePointsOf(text) }
    return this.#last.points
  }
}
