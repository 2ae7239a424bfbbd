import { connect } from '../../db/connect.ts'
import { createProject } from '../../db/create-project.ts'
import { createRepositories, type Repositories } from '../../db/repositories/index.ts'
import { hashOf } from '../../db/repositories/revisions.ts'
import type { AnnotationId, ClaimId, DocumentId, LinkId, SpeakerId } from '../../preload/contract/ids.ts'
import type { LinkEnd } from '../../preload/contract/link.ts'
import type { Span } from '../../preload/contract/text.ts'
import { numbers, proseOf } from '../text-view/prose.ts'
import { inTrial } from '../trial.ts'

const small = {
  documents: 60,
  paragraphs: 11,
  annotations: 1_200,
  claims: 300,
  links: 600,
  speakers: 20,
  oftenMade: 30,
}
/** How many there are of each thing; a claim named in `oftenMade` has that many mentions, the others few. */
export const size = inTrial(small, {
  documents: 10_000,
  paragraphs: 11,
  annotations: 200_000,
  claims: 20_000,
  links: 100_000,
  speakers: 400,
  oftenMade: 500,
})
/** The statement of the claim with `oftenMade` mentions. */
export const oftenMadeStatement = 'The often made claim of the council'

export type Size = typeof size

const created = '2026-01-05T10:00:00.000Z'
const outlets = ['Gazette', 'Radio', 'Morning Post', 'Town Council', 'The Neighbours', 'Weekly Review']

/**
 * Writes a project file past the window and past its history. The same file for the same size: documents of about
 * 1,000 words over 70 years, one in twenty undated; each annotation a sentence or less, half of them claims; answers
 * go from later documents to earlier ones; one link in fifty goes onto a link, one in ten from claim to claim.
 */
export function writeLargeProject(path: string, { documents, ...of }: Size = size): void {
  createProject(path).close()
  const database = connect(path)
  database.pragma('journal_mode = MEMORY')
  database.pragma('synchronous = OFF')
  const repositories = createRepositories(database)
  database.transaction(() => fill(repositories, { documents, ...of }))()
  database.close()
}

function fill(repositories: Repositories, size: Size): void {
  const random = numbers(11)
  const below = (count: number) => Math.floor(random() * count)
  const pool = Array.from({ length: 50 }, (_, at) =>
    proseOf(1000 + at)
      .text.split('\n')
      .slice(1),
  ).flat()
  const tags = new Map(repositories.tags.list().map(({ uid, id }) => [uid, id]))
  const types = new Map(repositories.linkTypes.list().map(({ uid, id }) => [uid, id]))
  const annotatorIds = ['Ada', 'Ben'].map((name) => repositories.annotators.insert({ uid: name, name }))
  const speakerIds: SpeakerId[] = Array.from({ length: size.speakers }, (_, at) =>
    repositories.speakers.insert({
      uid: `speaker ${at}`,
      name: `Speaker ${at + 1}`,
      kind: at % 3 === 0 ? 'organisation' : 'person',
      variants: at % 2 === 0 ? [`the speaker ${at + 1}`] : [],
    }),
  )
  const claimIds: ClaimId[] = Array.from({ length: size.claims }, (_, at) =>
    repositories.claims.insert({
      uid: `claim ${at}`,
      statement: at === 0 ? oftenMadeStatement : sentenceOf(pool[below(pool.length)]!),
      note: '',
      created,
    }),
  )
  const each = size.annotations / size.documents
  const claiming: AnnotationId[] = []
  const answering: AnnotationId[] = []
  for (let index = 0; index < size.documents; index++) {
    const paragraphs = Array.from({ length: size.paragraphs }, () => pool[below(pool.length)]!)
    const text = paragraphs.join('\n')
    const documentId = insertDocument(repositories, index, paragraphs, text)
    const step = Math.floor(text.length / each)
    for (let at = 0; at < each; at++) {
      const role = (['claim', 'rebuttal', 'claim', 'premise'] as const)[(index + at) % 4]!
      const isOften = at === 0 && index % Math.ceil(size.documents / size.oftenMade) === 0
      const id = repositories.annotations.insert({
        uid: `annotation ${index} ${at}`,
        documentId,
        annotatorId: annotatorIds[index % 2]!,
        tagId: tags.get(isOften ? 'claim' : role)!,
        claimId: isOften
          ? claimIds[0]!
          : role === 'claim' && at % 3 < 2
            ? claimIds[1 + below(claimIds.length - 1)]!
            : null,
        speakerId: random() < 0.8 ? speakerIds[Math.floor(random() ** 2 * speakerIds.length)]! : null,
        spans: [passage(text, at * step, 20 + below(step - 30))],
        created,
      })
      if (role === 'claim') claiming.push(id)
      if (role === 'rebuttal') answering.push(id)
    }
  }
  const linkIds: LinkId[] = []
  for (let at = 0; at < size.links; at++) {
    const isUndercut = at % 50 === 49
    const isOfClaims = at % 10 === 5
    const source: LinkEnd = isOfClaims
      ? { claim: claimIds[below(claimIds.length)]! }
      : { annotation: answering[below(answering.length)]! }
    const target: LinkEnd = isUndercut
      ? { link: linkIds[below(linkIds.length)]! }
      : isOfClaims
        ? { claim: claimIds[below(claimIds.length)]! }
        : { annotation: claiming[Math.floor(random() ** 2 * claiming.length)]! }
    const type = isUndercut
      ? 'undercuts'
      : (['rebuts', 'supports', 'rebuts', 'counter-claim'] as const)[at % 4]!
    linkIds.push(
      repositories.links.insert({
        uid: `link ${at}`,
        linkTypeId: types.get(type)!,
        source,
        target,
        annotatorId: annotatorIds[at % 2]!,
        strength: null,
        status: '',
        note: '',
        created,
      }),
    )
  }
}

function insertDocument(
  repositories: Repositories,
  index: number,
  paragraphs: readonly string[],
  text: string,
): DocumentId {
  let start = 0
  const blocks = paragraphs.map((paragraph) => {
    const block = { kind: 'paragraph' as const, start, end: start + paragraph.length }
    start = block.end + 1
    return block
  })
  const day = new Date(Date.UTC(1950, 0, 1) + ((index * 7867) % 25_567) * 86_400_000).toISOString()
  return repositories.documents.insert({
    uid: `document ${index}`,
    title: `Document ${index + 1}`,
    metadata: {
      outlet: outlets[index % outlets.length]!,
      language: 'en',
      ...(index % 20 === 7 ? {} : { date: day.slice(0, [10, 10, 10, 7, 4][index % 5]) }),
    },
    status: (['to-do', 'in-progress', 'done'] as const)[index % 3]!,
    text: { text, blocks, marks: [], breaks: [] },
    source: { name: `${index}.txt`, mediaType: 'text/plain', sha256: hashOf(text) },
    original: null,
    imported: created,
  })
}

/** About so many code units from about there, from the beginning of a word to the end of one. */
function passage(text: string, from: number, length: number): Span {
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1
  const end = text.lastIndexOf(' ', start + length)
  return { start, end: end > start ? end : start + 5 }
}

const sentenceOf = (paragraph: string): string => paragraph.slice(0, paragraph.indexOf('.') + 1)
