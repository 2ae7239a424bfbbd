import type * as Data from '../../main/exchange/dataset.ts'
import { inDatasetOrder } from '../../main/exchange/dataset-order.ts'
import type { StructuredText } from '../../preload/contract/text.ts'
import { proseOf } from '../text-view/prose.ts'

const documents = 400
const annotationsEach = 500
const when = '2026-01-05T10:00:00.000Z'

const noAttributes: Data.AttributeMap = new Map()

/** 200,000 annotations by two people over 400 texts of 2,000 words, half of them linked, a tenth across texts. */
export function largeDataset(): Data.Dataset {
  const prose = proseOf(2000).text
  const texts = new Map<string, StructuredText>()
  const annotations: Data.Annotation[] = []
  const links: Data.Link[] = []
  const sources: Data.Document[] = []
  for (let number = 0; number < documents; number++) {
    const document = `document-${number}`
    const text = `Text ${number}\n${prose}`
    texts.set(document, structured(text))
    sources.push({
      ...{
        id: document,
        title: `Text ${number}`,
        metadata: new Map([['date', '2024-05-01']]),
        status: 'to-do' as const,
      },
      source: { name: `text-${number}.txt`, mediaType: 'text/plain', sha256: '' },
    })
    for (let own = 0; own < annotationsEach; own++) {
      const start = Math.floor((own / annotationsEach) * (text.length - 60))
      annotations.push({
        ...{
          id: `${document}-${own}`,
          document,
          annotator: own % 3 === 0 ? 'ben' : 'ada',
          tag: `tag-${own % 20}`,
        },
        ...{
          spans: [{ start, end: start + 40 }],
          claim: null,
          speaker: null,
          confidence: null,
          created: when,
        },
        ...{
          // Of those that say nothing a project has one for all.
          attributes: own % 4 === 0 ? new Map([['certainty', 'high']]) : noAttributes,
          note: own % 10 === 0 ? 'Look again.' : '',
        },
      })
      const at = annotations.length - 1
      if (own % 2 === 0 || at < 2000) continue
      const other = annotations[own % 10 === 1 ? at - 1500 : at - 3]!
      links.push({
        ...{ id: `link-${at}`, linkType: 'rebuts', source: { annotation: annotations[at]!.id } },
        ...{
          target: { annotation: other.id },
          annotator: 'ada',
          strength: null,
          status: '',
          note: '',
          created: when,
        },
      })
    }
  }
  return inDatasetOrder({
    project: { name: 'Large', description: '' },
    annotators: [
      { id: 'ada', name: 'Ada' },
      { id: 'ben', name: 'Ben' },
    ],
    speakers: [],
    tags: Array.from({ length: 20 }, (_, index) => ({
      ...{
        id: `tag-${index}`,
        name: `Tag ${index}`,
        role: 'none' as const,
        color: '#2563eb',
        key: '',
        parent: null,
      },
      ...{ definition: '', include: '', exclude: '', examples: [] },
      attributes: [{ name: 'certainty', kind: 'choice' as const, values: ['low', 'high'], required: false }],
    })),
    linkTypes: [
      { id: 'rebuts', name: 'rebuts', symmetric: false, color: '#c1272d', sourceRoles: [], targetRoles: [] },
    ],
    documents: sources,
    ...{ claims: [], annotations, links, memos: [] },
    textOf: (id) => texts.get(id)!,
  })
}

function structured(text: string): StructuredText {
  let start = 0
  const blocks = text.split('\n').map((line) => {
    const block = { kind: 'paragraph' as const, start, end: start + line.length }
    start = block.end + 1
    return block
  })
  return { text, blocks, marks: [], breaks: [] }
}
