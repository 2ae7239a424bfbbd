import { connect } from '../../db/connect.ts'
import { createProject } from '../../db/create-project.ts'
import { createRepositories } from '../../db/repositories/index.ts'
import type * as Data from '../../main/exchange/dataset.ts'
import { insertDataset } from '../../main/exchange/insert-dataset.ts'
import type { StructuredText } from '../../preload/contract/text.ts'
import { proseOf } from '../text-view/prose.ts'
import { inTrial } from '../trial.ts'

/** How many documents the whole project has. */
export const documents = inTrial(20, 400)
/** How many annotations each of them has. */
export const annotationsEach = 500
const begun = Date.parse('2026-01-05T10:00:00.000Z')

/** What `writeProject` writes, in words. */
export const what =
  '200,000 annotations by two people, 99,000 links, 2,000 claims, 400 texts of about 2,000 words'

/** Writes a project file past the window and past its history; a part of it where fewer documents are asked for. */
export function writeProject(path: string, count = documents): void {
  createProject(path).close()
  const database = connect(path)
  database.pragma('journal_mode = MEMORY')
  database.pragma('synchronous = OFF')
  const repositories = createRepositories(database)
  database.transaction(() => {
    insertDataset(repositories, largeDataset(count), { imported: momentOf(0) })
  })()
  database.close()
}

/** An id such as the program makes: the same for the same thing. */
function idOf(kind: Kind, number: number): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
  const mixed = Math.imul(number + 1, 0x9e3779b1) >>> 0
  return `${hex(mixed, 8)}-000${kinds.indexOf(kind)}-4000-8000-${hex(number, 12)}`
}

const kinds = ['annotator', 'tag', 'link type', 'document', 'claim', 'annotation', 'link', 'speaker'] as const
type Kind = (typeof kinds)[number]

/** Nothing is made in the same moment as another. */
const momentOf = (number: number) => new Date(begun + number * 7_919).toISOString()

/** Half of the annotations are linked, a fifth of those across texts; one in ten makes a claim. */
function largeDataset(count: number): Data.Dataset {
  const [ada, ben] = [idOf('annotator', 0), idOf('annotator', 1)]
  const texts = new Map<string, StructuredText>()
  const annotations: Data.Annotation[] = []
  const links: Data.Link[] = []
  for (let number = 0; number < count; number++) {
    const document = idOf('document', number)
    const text = `Text ${number}\n${proseOf(1800 + number).text}`
    texts.set(document, structured(text))
    for (let own = 0; own < annotationsEach; own++) {
      const at = annotations.length
      const start = Math.floor((own / annotationsEach) * (text.length - 60))
      annotations.push({
        ...{ id: idOf('annotation', at), document, annotator: own % 3 === 0 ? ben : ada },
        ...{ tag: idOf('tag', own % 20), spans: [{ start, end: start + 40 }], created: momentOf(at) },
        claim: own % 10 === 3 ? idOf('claim', (at * 7) % 2000) : null,
        speaker: own % 7 === 0 ? idOf('speaker', own % 40) : null,
        confidence: own % 50 === 0 ? 0.5 : null,
        attributes: new Map(own % 4 === 0 ? [['certainty', 'high']] : []),
        note: own % 10 === 0 ? `Look again, number ${at}.` : '',
      })
      if (own % 2 === 0 || at < 2000) continue
      const other = annotations[own % 10 === 1 ? at - 1500 : at - 3]!
      links.push({
        ...{ id: idOf('link', at), linkType: idOf('link type', 0), annotator: ada, created: momentOf(at) },
        ...{ source: { annotation: annotations[at]!.id }, target: { annotation: other.id } },
        ...{ strength: own % 100 === 1 ? 0.5 : null, status: '', note: '' },
      })
    }
  }
  return {
    project: { name: 'Large', description: '' },
    annotators: [
      { id: ada, name: 'Ada' },
      { id: ben, name: 'Ben' },
    ],
    speakers: Array.from({ length: 40 }, (_, index) => ({
      ...{ id: idOf('speaker', index), name: `Speaker ${index}`, kind: 'person' as const, variants: [] },
    })),
    tags: Array.from({ length: 20 }, (_, index) => ({
      ...{ id: idOf('tag', index), name: `Tag ${index}`, role: 'none' as const, color: '#2563eb', key: '' },
      ...{ parent: null, definition: `What tag ${index} is for.`, include: '', exclude: '', examples: [] },
      attributes: [{ name: 'certainty', kind: 'choice' as const, values: ['low', 'high'], required: false }],
    })),
    linkTypes: [
      {
        ...{ id: idOf('link type', 0), name: 'rebuts', symmetric: false, color: '#c1272d' },
        ...{ sourceRoles: [], targetRoles: [] },
      },
    ],
    documents: [...texts.keys()].map((id, number) => ({
      ...{ id, title: `Text ${number}`, metadata: new Map([['date', '2024-05-01']]), status: 'done' },
      source: { name: `text-${number}.txt`, mediaType: 'text/plain', sha256: '' },
    })),
    claims: Array.from({ length: 2000 }, (_, index) => ({
      ...{ id: idOf('claim', index), statement: `The council has said so ${index} times.`, note: '' },
      created: momentOf(index),
    })),
    annotations,
    links,
    memos: [],
    textOf: (id) => texts.get(id)!,
  }
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
