import type * as Data from '../dataset.ts'

const when = '2026-01-05T10:00:00.000Z'

const texts = {
  statement: '🚋 News\nThe tram line pays for itself. It always has.',
  answer: 'It loses money, “every day”.\nAnd Ben’s bus =1+1 does not.',
}

const annotation = (
  id: string,
  document: keyof typeof texts,
  quotes: string[],
  given: Partial<Data.Annotation> = {},
): Data.Annotation => ({
  id,
  document,
  annotator: 'ada',
  tag: 'claim',
  spans: quotes.map((quote) => {
    const start = texts[document].indexOf(quote)
    if (start < 0) throw new Error(`There is no “${quote}” in ${document}.`)
    return { start, end: start + quote.length }
  }),
  claim: null,
  speaker: null,
  attributes: new Map(),
  confidence: null,
  note: '',
  created: when,
  ...given,
})

const link = (
  id: string,
  linkType: string,
  source: Data.LinkEnd,
  target: Data.LinkEnd,
  annotator = 'ada',
): Data.Link => ({
  ...{ id, linkType, source, target, annotator, strength: null, status: '', note: '', created: when },
})

const tag = (id: string, name: string, role: Data.Tag['role'], key: string): Data.Tag => ({
  ...{ id, name, role, color: '#2563eb', key, parent: null, definition: '', include: '', exclude: '' },
  ...{ examples: [], attributes: [] },
})

const document = (id: keyof typeof texts, title: string, metadata: [string, string][]): Data.Document => ({
  ...{ id, title, metadata: new Map(metadata), status: 'to-do' },
  source: { name: `${id}.txt`, mediaType: 'text/plain', sha256: '' },
})

/** A statement and its answer, two annotators, claims with and without a mention, and an undercut. */
export const tram: Data.Dataset = {
  project: { name: 'Tram dispute', description: '' },
  annotators: [
    { id: 'ada', name: 'Ada' },
    { id: 'ben', name: 'Ben' },
  ],
  speakers: [
    { id: 'council', name: 'City council', kind: 'organisation', variants: ['the council', 'the city'] },
    { id: 'riders', name: 'Riders’ union', kind: 'organisation', variants: [] },
  ],
  tags: [tag('claim', 'Claim', 'claim', '1'), tag('rebuttal', 'Rebuttal', 'rebuttal', '2')],
  linkTypes: ['rebuts', 'undercuts'].map((id) => ({
    ...{ id, name: id, symmetric: false, color: '#dc2626', sourceRoles: [], targetRoles: [] },
  })),
  documents: [
    document('statement', 'Statement', [
      ['date', '2021-05-05'],
      ['genre', '@press'],
    ]),
    document('answer', 'Answer; or not', [['author', 'Ben, of course']]),
  ],
  claims: [
    { id: 'pays', statement: 'The tram line pays for itself.', note: '', created: when },
    { id: 'loses', statement: 'The tram line loses money.', note: '=A1', created: when },
    { id: 'implicit', statement: 'What pays for itself should stay.', note: '', created: when },
  ],
  annotations: [
    annotation('pays', 'statement', ['The tram line pays for itself'], {
      claim: 'pays',
      speaker: 'council',
      attributes: new Map<string, string | number | boolean>([
        ['certainty', 'high'],
        ['score', -1.5],
        ['quoted', false],
      ]),
      confidence: 0.5,
    }),
    annotation('always', 'statement', ['It', 'has'], { annotator: 'ben', note: 'Two\nlines' }),
    annotation('loses', 'answer', ['It loses money, “every day”.'], { tag: 'rebuttal', claim: 'loses' }),
    annotation('bus', 'answer', ['=1+1 does not.'], { annotator: 'ben' }),
  ],
  links: [
    link('l1', 'rebuts', { annotation: 'loses' }, { annotation: 'pays' }),
    link('l2', 'undercuts', { annotation: 'bus' }, { link: 'l1' }, 'ben'),
    link('l3', 'rebuts', { claim: 'implicit' }, { claim: 'loses' }),
    link('l4', 'rebuts', { annotation: 'pays' }, { claim: 'loses' }),
  ],
  memos: [
    { id: 'm1', about: { project: true }, annotator: 'ada', text: 'Look again.', created: when },
    { id: 'm2', about: { link: 'l2' }, annotator: 'ben', text: 'Why?', created: when },
    { id: 'm3', about: { speaker: 'riders' }, annotator: 'ada', text: 'Who?', created: when },
  ],
  textOf: (id) => {
    const text = texts[id as keyof typeof texts]
    const lineEnd = text.indexOf('\n')
    return {
      text,
      blocks: [
        { kind: 'heading', level: 1, start: 0, end: lineEnd },
        { kind: 'paragraph', start: lineEnd + 1, end: text.length },
      ],
      marks: [{ kind: 'em', start: 0, end: 2 }],
      breaks: [],
    }
  },
}
