import type { ClaimSummary } from '../../../preload/contract/claim.ts'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import type { CountedPassages, OverviewCounts } from '../../../preload/contract/overview.ts'
import { showClaims, showDocumentsWith, showWorkList } from '../../commands/overview.ts'
import { showListing } from '../../store/argument/overview.ts'
import type { Workbench } from '../../store/workbench.ts'
import { statuses } from '../documents/StatusSign.tsx'
import { type ChartData, type ChartRow, type Figure, inOrder, mostFirst, sumOf } from './chart-data.ts'

/** What the numbers are made of: the counts, and what the window mirrors. */
export interface Counts {
  counts: OverviewCounts
  mirror: Pick<Workbench, 'documents' | 'claims' | 'tags' | 'speakers' | 'linkTypes' | 'annotators'>
}

type Which = Partial<Omit<CountedPassages, 'of'>>

const passages = (count: number, title: string, which: Which): Figure => ({
  count,
  open: (from) => showListing({ title, counted: { of: 'passages', ...which } }, from),
})
const links = (count: number, title: string, which: { linkTypeId?: number; across?: boolean }): Figure => ({
  count,
  open: (from) => showListing({ title, counted: { of: 'links', ...which } as never }, from),
})
const documents = (count: number, filters: Parameters<typeof showDocumentsWith>[0]): Figure => ({
  count,
  open: (from) => showDocumentsWith(filters, from),
})
const claims = (count: number, show: Parameters<typeof showClaims>[0]): Figure => ({
  count,
  open: (from) => showClaims(show, from),
})

const workList = (count: number, list: Parameters<typeof showWorkList>[0]): Figure => ({
  count,
  open: (from) => showWorkList(list, from),
})

const answering = ['Answered', 'Not answered'] as const

/** Documents by how far the work on them is. */
export function statusChart({ mirror }: Counts): ChartData {
  const count = (id: string) => mirror.documents.filter(({ status }) => status === id).length
  return {
    id: 'status',
    title: 'Documents by status',
    of: 'Status',
    parts: ['Documents'],
    rows: inOrder(
      statuses.map(({ id, title }) => ({
        key: id,
        title,
        figures: [documents(count(id), { status: { kind: 'is', value: title } })],
      })),
    ),
    empty: '',
  }
}

/** What is still open in the passages and documents; `awaiting` is null until it is counted. */
export function openChart({ counts: { all }, mirror }: Counts, awaiting: number | null): ChartData {
  const bare = mirror.documents.filter(({ annotations }) => annotations === 0).length
  const row = (key: string, title: string, figure: Figure): ChartRow => ({ key, title, figures: [figure] })
  return {
    id: 'open',
    title: 'Still to do',
    of: 'What',
    parts: ['Count'],
    rows: inOrder([
      row('without-card', 'Claim passages without a card', workList(all.withoutCard, 'no-claim')),
      ...(awaiting === null
        ? []
        : [
            row(
              'awaiting',
              'Passages with attributes left open',
              passages(awaiting, 'Passages with attributes left open', { state: 'awaiting' }),
            ),
          ]),
      row(
        'unlinked',
        'Passages without a link',
        passages(all.unlinked, 'Passages without a link', { state: 'unlinked' }),
      ),
      row(
        'bare',
        'Documents without a passage',
        documents(bare, { annotations: { kind: 'between', from: '', to: '0' } }),
      ),
    ]),
    empty: '',
  }
}

/** Claims and passages that something stands against, and those that nothing does. */
export function balanceChart({ counts: { all }, mirror }: Counts): ChartData {
  const answered = mirror.claims.filter((claim: ClaimSummary) => claim.answered).length
  return {
    id: 'balance',
    title: 'Answered and unanswered',
    of: 'What',
    parts: answering,
    rows: inOrder(
      [
        {
          key: 'claims',
          title: 'Claims',
          figures: [claims(answered, 'answered'), workList(mirror.claims.length - answered, 'unanswered')],
        },
        { key: 'passages', title: 'Passages tagged as a claim', figures: balanceOf(all, '', {}) },
      ].filter((row) => sumOf(row) > 0),
    ),
    empty: 'No claim has been stated yet.',
  }
}

/** The claims of each speaker, and whether they are answered. */
export function speakerBalanceChart({ counts, mirror }: Counts): ChartData {
  const names = new Map(mirror.speakers.map(({ id, name }) => [id, name]))
  return {
    id: 'speaker-balance',
    title: 'Answered by speaker',
    of: 'Speaker',
    parts: answering,
    rows: mostFirst(
      counts.speakers.filter(({ id }) => id !== null),
      (row) => row.claims,
      (row) => {
        const title = names.get(row.id!) ?? ''
        return { key: String(row.id), title, figures: balanceOf(row, `of ${title}`, { speakerId: row.id }) }
      },
    ),
    empty: 'No claim has a speaker yet.',
  }
}

/** The claims in each document, and whether they are answered. */
export function documentBalanceChart({ mirror }: Counts): ChartData {
  return {
    id: 'document-balance',
    title: 'Answered by document',
    of: 'Document',
    parts: answering,
    rows: mostFirst(
      mirror.documents,
      (document) => document.claims,
      (document) => ({
        key: String(document.id),
        title: document.title,
        figures: balanceOf(document, `in ${document.title}`, { documentId: document.id }),
      }),
    ),
    empty: 'No passage is tagged as a claim yet.',
  }
}

function balanceOf(
  { claims: all, unanswered }: Pick<DocumentSummary, 'claims' | 'unanswered'>,
  where: string,
  which: Which,
): Figure[] {
  const title = (words: string) => `Claims ${where}${where === '' ? '' : ', '}${words}`
  return [
    passages(all - unanswered, title('answered'), { ...which, state: 'answered' }),
    passages(unanswered, title('not answered'), { ...which, state: 'unanswered' }),
  ]
}

export function tagChart({ counts, mirror }: Counts): ChartData {
  const of = new Map(counts.tags.map((row) => [row.id, row]))
  return {
    id: 'tags',
    title: 'Passages by tag',
    of: 'Tag',
    parts: ['Passages'],
    besides: ['Documents'],
    rows: mostFirst(
      mirror.tags,
      ({ id }) => of.get(id)?.passages ?? 0,
      ({ id, name, color }) => ({
        key: String(id),
        title: name,
        color,
        figures: [passages(of.get(id)?.passages ?? 0, `Passages tagged ${name}`, { tagId: id })],
        besides: [of.get(id)?.documents ?? 0],
      }),
    ),
    empty: 'No passage is tagged yet.',
  }
}

export function speakerChart({ counts, mirror }: Counts): ChartData {
  const names = new Map(mirror.speakers.map(({ id, name }) => [id, name]))
  return {
    id: 'speakers',
    title: 'Passages by speaker',
    of: 'Speaker',
    parts: ['Passages'],
    besides: ['Documents'],
    rows: mostFirst(
      counts.speakers,
      (row) => row.passages,
      ({ id, passages: count, documents: inDocuments }) => {
        const title = id === null ? 'No speaker given' : (names.get(id) ?? '')
        return {
          key: String(id),
          title,
          figures: [
            passages(count, id === null ? 'Passages without a speaker' : `Passages of ${title}`, {
              speakerId: id,
            }),
          ],
          besides: [inDocuments],
        }
      },
    ),
    empty: 'No passage is tagged yet.',
  }
}

export function documentChart({ mirror }: Counts): ChartData {
  return {
    id: 'documents',
    title: 'Passages by document',
    of: 'Document',
    parts: ['Passages'],
    besides: ['Words', 'Links'],
    rows: mostFirst(
      mirror.documents,
      ({ annotations }) => annotations,
      ({ id, title, annotations, words, links: linked }) => ({
        key: String(id),
        title,
        figures: [passages(annotations, `Passages in ${title}`, { documentId: id })],
        besides: [words, linked],
      }),
    ),
    empty: 'No passage is tagged yet.',
  }
}

export function linkTypeChart({ counts, mirror }: Counts): ChartData {
  const of = new Map(counts.linkTypes.map((row) => [row.id, row]))
  return {
    id: 'link-types',
    title: 'Links by type',
    of: 'Type',
    parts: ['Links'],
    besides: ['Between documents'],
    rows: mostFirst(
      mirror.linkTypes,
      ({ id }) => of.get(id)?.links ?? 0,
      ({ id, name, color }) => ({
        key: String(id),
        title: name,
        color,
        figures: [links(of.get(id)?.links ?? 0, `Links: ${name}`, { linkTypeId: id })],
        besides: [of.get(id)?.across ?? 0],
      }),
    ),
    empty: 'Nothing is linked yet.',
  }
}

export function annotatorChart({ counts, mirror }: Counts): ChartData {
  const names = new Map(mirror.annotators.map(({ id, name }) => [id, name]))
  return {
    id: 'annotators',
    title: 'Passages by annotator',
    of: 'Annotator',
    parts: ['Passages'],
    besides: ['Documents'],
    rows: mostFirst(
      counts.annotators,
      (row) => row.passages,
      ({ id, passages: count, documents: inDocuments }) => {
        const title = names.get(id) ?? ''
        return {
          key: String(id),
          title,
          figures: [passages(count, `Passages by ${title}`, { annotatorId: id })],
          besides: [inDocuments],
        }
      },
    ),
    empty: 'No passage is tagged yet.',
  }
}

/** The sums at the head of the overview. */
export function sums({ counts, mirror }: Counts): { title: string; figure: Figure }[] {
  const words = mirror.documents.reduce((sum, document) => sum + document.words, 0)
  return [
    { title: 'Documents', figure: documents(mirror.documents.length, {}) },
    { title: 'Words', figure: documents(words, {}) },
    { title: 'Passages', figure: passages(counts.all.passages, 'All passages', {}) },
    { title: 'Claims', figure: claims(mirror.claims.length, 'all') },
    { title: 'Links', figure: links(counts.links, 'All links', {}) },
    {
      title: 'Links between documents',
      figure: links(counts.across, 'Links between documents', { across: true }),
    },
  ]
}
