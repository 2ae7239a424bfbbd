import type { AnnotationColumns } from '../../preload/contract/annotation.ts'
import type { DocumentText } from '../../preload/contract/document.ts'
import { type AnnotationId, DocumentId, RevisionId, TagId } from '../../preload/contract/ids.ts'
import type { Block, Break, Mark } from '../../preload/contract/text.ts'
import type { LinkMark, ShownTag } from '../../renderer/document/index.ts'

export const tags: ShownTag[] = [
  { id: TagId.parse(1), name: 'Claim', color: '#2563eb', role: 'claim', show: 'full' },
  { id: TagId.parse(2), name: 'Rebuttal', color: '#dc2626', role: 'rebuttal', show: 'full' },
  { id: TagId.parse(3), name: 'Premise', color: '#ca8a04', role: 'premise', show: 'full' },
  { id: TagId.parse(4), name: 'Framing', color: '#059669', role: 'none', show: 'full' },
  { id: TagId.parse(5), name: 'Concession', color: '#7c3aed', role: 'none', show: 'full' },
]

type Piece = (Omit<Block, 'start' | 'end'> & Record<string, unknown>) & {
  text: string
  breakBefore?: 'page' | 'section'
}

export interface Sample {
  text: DocumentText
  columns: AnnotationColumns
  links: Map<AnnotationId, LinkMark>
}

/** Puts pieces together and annotates quotes in them: `[quotes, tag, links?]`. */
export function sample(
  title: string,
  language: string,
  pieces: Piece[],
  annotations: [string | string[], number, LinkMark?][],
  typography: [string, Mark['kind'], string?][] = [],
): Sample {
  const blocks: Block[] = []
  const breaks: Break[] = []
  const texts: string[] = []
  let at = 0
  for (const { text, breakBefore, ...block } of pieces) {
    blocks.push({ ...block, start: at, end: at + text.length } as Block)
    if (breakBefore) breaks.push({ kind: breakBefore, at })
    texts.push(text)
    at += text.length + 1
  }
  const text = texts.join('\n')
  const find = (quote: string) => {
    const start = text.indexOf(quote)
    if (start < 0) throw new Error(`not in the sample: ${quote}`)
    return { start, end: start + quote.length }
  }
  const rows = annotations
    .flatMap(([quotes, tag], i) => [quotes].flat().map((quote) => ({ id: i + 1, tag, ...find(quote) })))
    .sort((a, b) => a.start - b.start || b.end - a.end || a.id - b.id)
  const links = new Map(
    annotations.flatMap(([, , link], i) => (link ? [[(i + 1) as AnnotationId, link] as const] : [])),
  )
  return {
    text: {
      id: DocumentId.parse(1),
      revisionId: RevisionId.parse(1),
      title,
      language,
      text,
      blocks,
      breaks,
      marks: typography.map(
        ([quote, kind, href]) => ({ kind, ...find(quote), ...(href && { href }) }) as Mark,
      ),
    },
    columns: {
      annotation: Int32Array.from(rows, (row) => row.id),
      start: Int32Array.from(rows, (row) => row.start),
      end: Int32Array.from(rows, (row) => row.end),
      tag: Int32Array.from(rows, (row) => row.tag),
      annotator: new Int32Array(rows.length).fill(1),
      claim: new Int32Array(rows.length),
    },
    links,
  }
}

const p = (text: string, more: Partial<Piece> = {}): Piece => ({ kind: 'paragraph', text, ...more }) as Piece
const cell = (row: number, column: number, text: string): Piece =>
  ({ kind: 'table-cell', row, column, text }) as unknown as Piece
const item = (depth: number, ordered: boolean, text: string): Piece =>
  ({ kind: 'list-item', depth, ordered, text }) as unknown as Piece
const turn = (speaker: string, time: string | null, text: string): Piece =>
  ({ kind: 'speaker-turn', speaker, time, text }) as unknown as Piece
const h = (level: number, text: string): Piece => ({ kind: 'heading', level, text }) as unknown as Piece

export const dispute = sample(
  'Statement on the tram line',
  'en',
  [
    h(1, 'The tram along the river: statement of the transport office'),
    p(
      'The line from the harbour to the old hospital pays for itself within nine years. This is not a hope but the result of a calculation that three offices made independently of one another, with different assumptions about rents, fares and interest.',
    ),
    p(
      'Opponents say that the figures were dressed up. We publish them in full, together with the doubts that our own auditors raised; whoever wishes to calculate anew is invited to do so. What cannot be calculated is what it is worth to a town when its two halves can be reached from one another without a car.',
    ),
    h(2, 'What the line costs'),
    p(
      'Building costs 212 million, of which the region bears 148 million; the town’s share is spread over twenty years. Running it costs less than the buses that it replaces, since one driver carries four times as many passengers.',
    ),
    {
      kind: 'quotation',
      text: 'No line of this kind has ever kept to its estimate, and this one will not either: at the end it costs half as much again, and the town pays.',
    } as Piece,
    p(
      'So wrote the merchants’ association in March. The claim is wrong in this general form. Of fourteen comparable lines, nine kept to their estimate within a tenth; the five that did not had been planned before the ground was surveyed. Here the survey has been finished for a year.',
    ),
    item(0, true, 'The ground between harbour and market carries the weight; no piles are needed.'),
    item(0, true, 'The bridge has to be strengthened in two places:'),
    item(1, false, 'at the eastern bearing, where rust was found in 2019,'),
    item(1, false, 'at the middle pier.'),
    item(0, true, 'Pipes and cables have to be moved along Mill Street.'),
    h(3, 'In figures'),
    cell(0, 0, 'Item'),
    cell(0, 1, 'Estimate'),
    cell(0, 2, 'Borne by'),
    cell(1, 0, 'Track and stops'),
    cell(1, 1, '131.0 m'),
    cell(1, 2, 'Region and town'),
    cell(2, 0, 'Bridge, with strengthening of the eastern bearing and the middle pier'),
    cell(2, 1, '48.5 m'),
    cell(2, 2, 'Region'),
    cell(3, 0, 'Vehicles'),
    cell(3, 2, 'Operator'),
    p(
      'Whether the town should do without a second lane for cars is a question on which reasonable people differ. We have decided, and we give our reasons below.',
      { breakBefore: 'page' },
    ),
    turn(
      'Chair',
      '00:12:40',
      'You said that the line pays for itself. Does that include the strengthening of the bridge?',
    ),
    turn(
      'A. Weiss, transport office',
      '00:12:52',
      'It does. The bridge would have to be strengthened for the buses too, in five years at the latest, so that one could even leave it out; we did not.',
    ),
    turn('Chair', null, 'Thank you.'),
    {
      kind: 'verse',
      text: 'Over the bridge the evening went,\n   and nobody asked what the evening had meant;\nthe river was paid for, the lamps were lent.',
    } as Piece,
    {
      kind: 'preformatted',
      text: 'year   passengers   revenue\n2026      4,100,000      6.2 m\n2030      5,750,000      8.9 m',
    } as Piece,
    p(
      'This paragraph comes from a plain text file whose lines were filled to a\nmeasure by a program of long ago, so that each of them ends where the next\nword would not have fitted any more. Set anew it reads like the others.',
    ),
    p('Kommission für Verkehr\nRathausplatz 1\n4. Stock'),
    p(''),
    p('End of the statement.', { breakBefore: 'section' }),
  ],
  [
    [
      'The line from the harbour to the old hospital pays for itself within nine years.',
      1,
      { links: 2, answered: true },
    ],
    ['a calculation that three offices made independently of one another', 3],
    [
      'Opponents say that the figures were dressed up. We publish them in full, together with the doubts that our own auditors raised; whoever wishes to calculate anew is invited to do so. What cannot be calculated is what it is worth to a town',
      4,
    ],
    ['Opponents say that the figures were dressed up.', 1, { links: 1, answered: false }],
    [
      'the figures were dressed up. We publish them in full, together with the doubts',
      2,
      { links: 3, answered: true },
    ],
    ['in full, together with the doubts that our own auditors raised', 3],
    ['doubts that our own auditors', 5],
    [
      ['Building costs 212 million', 'the town’s share is spread over twenty years'],
      3,
      { links: 1, answered: true },
    ],
    ['No line of this kind has ever kept to its estimate', 1, { links: 12, answered: true }],
    [
      'this one will not either: at the end it costs half as much again, and the town pays',
      1,
      { links: 0, answered: false },
    ],
    [
      'The claim is wrong in this general form. Of fourteen comparable lines, nine kept to their estimate within a tenth; the five that did not had been planned before the ground was surveyed.',
      2,
      { links: 1, answered: true },
    ],
    ['Of fourteen comparable lines, nine kept to their estimate within a tenth', 3],
    ['48.5 m', 3],
    ['The bridge would have to be strengthened for the buses too', 2, { links: 1, answered: true }],
    ['nobody asked what the evening had meant', 4],
    ['at the eastern bearing', 3],
    ['is a question on which reasonable people differ', 5],
  ],
  [
    ['not a hope', 'em'],
    ['three offices', 'strong'],
    ['publish them in full', 'link', 'https://example.org/figures'],
    ['ever kept', 'em'],
  ],
)

export const scripts = sample(
  'Scripts of the world',
  'mul',
  [
    h(1, 'Scripts and signs'),
    p(
      'يقول المجلس إن الخط يغطي تكاليفه خلال تسع سنوات، ويرى التجار أن الأرقام مزينة (according to the minutes of 5 May) وأن المدينة هي التي تدفع.',
    ),
    p('המועצה טוענת שהקו מכסה את עלויותיו בתוך תשע שנים. הסוחרים חולקים על כך.'),
    p(
      '议会声称这条线路将在九年内收回成本。商人们反驳说，这些数字经过了粉饰，最终买单的是这座城市。我们公布全部数据，并附上审计人员提出的疑问。',
    ),
    p(
      '市議会は、この路線は九年以内に採算がとれると主張している。商工会はこの数字は粉飾されていると反論する。',
    ),
    p('परिषद का दावा है कि यह लाइन नौ वर्षों में अपनी लागत निकाल लेगी। व्यापारी इससे सहमत नहीं हैं।'),
    p('สภากล่าวว่าเส้นทางนี้จะคืนทุนภายในเก้าปี พ่อค้าไม่เห็นด้วย'),
    p(
      'Family 👨‍👩‍👧‍👦 and flags 🇨🇭🇩🇪, thumbs 👍🏽, keycap 1️⃣; e\u0301tude and Å with ring, Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞ and so on.',
    ),
  ],
  [
    ['الخط يغطي تكاليفه خلال تسع سنوات', 1, { links: 1, answered: true }],
    ['يرى التجار أن الأرقام مزينة (according to the minutes', 2, { links: 1, answered: true }],
    ['שהקו מכסה את עלויותיו', 1],
    ['这条线路将在九年内收回成本', 1, { links: 1, answered: false }],
    ['这些数字经过了粉饰，最终买单的是这座城市', 2],
    ['最终买单的是这座城市。我们公布全部数据', 4],
    ['この路線は九年以内に採算がとれる', 1],
    ['यह लाइन नौ वर्षों में', 1],
    ['เส้นทางนี้จะคืนทุน', 1],
    ['👨‍👩‍👧‍👦 and flags 🇨🇭', 1],
    ['e\u0301tude', 3],
  ],
)

const rows = Array.from({ length: 120 }, (_, row) => row + 1)

/** A long table and a long list, which stand in several sections, a page that turns inside a paragraph, a deep stack. */
const long = sample(
  'A report with tables',
  'en',
  [
    h(1, 'Passengers by year and line'),
    p(
      'The first page ends in the middle of this sentence, where the source has begun another sheet of paper; the reader is told by a fine line and a number in the margin, and nothing else is made of it.',
    ),
    p(
      'One passage can have as many annotations as the argument needs, one within the other and across one another, and each of them has to be seen and reached.',
    ),
    ...rows.flatMap((row) => [
      cell(row, 0, `19${String(row % 100).padStart(2, '0')}`),
      cell(row, 1, `Line ${row % 9}, from the harbour to the hospital and back again`),
      cell(row, 2, `${row * 37},000`),
    ]),
    p('Between the table and the list.'),
    ...rows.map((row) => item(0, true, `Point ${row} of the agenda`)),
  ],
  [
    ['One passage can have as many annotations as the argument needs, one within the other', 1],
    ['passage can have as many annotations as the argument needs', 2],
    ['can have as many annotations as the argument', 3],
    ['have as many annotations as the', 4],
    ['as many annotations as', 5],
    ['many annotations', 1],
    ['annotations', 2],
  ],
)
export const report: Sample = {
  ...long,
  text: { ...long.text, breaks: [{ kind: 'page', at: long.text.text.indexOf('where the source') }] },
}
