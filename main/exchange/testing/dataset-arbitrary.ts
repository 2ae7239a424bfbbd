import fc from 'fast-check'
import { codePoint } from '../../../db/testing/code-point.ts'
import { SpeakerKind } from '../../../preload/contract/speaker.ts'
import { AttributeDefinition, Role } from '../../../preload/contract/tag.ts'
import type { Block, Break, Mark, Span, StructuredText } from '../../../preload/contract/text.ts'
import type * as Data from '../dataset.ts'
import { inDatasetOrder } from '../dataset-order.ts'
import { sometimesAlike, withDefinedValues, withSamePlaces } from './alike-arbitrary.ts'

// Projects that nobody would make by hand: for the property tests of every format.

const pieces = [
  'claim ',
  'the tram line',
  '\n',
  '👩‍🔬',
  '👍🏽',
  '🇺🇦',
  'e\u0301',
  'ก็',
  'الحجة ضعيفة',
  'הטענה',
  '論点は𠮷野家',
  '𝒜𝓑𝒞',
  '\u2028',
  '\u0085',
  '"\\/',
  '\u0000',
  '\u202e',
  '\ufeff',
  '\t',
  '�',
  // What formats write with: comments, separators, places, escapes, markup.
  '#',
  '# ',
  '\n#Text=',
  '-DOCSTART- -X- O',
  ' O\n',
  '*[1]|_;',
  '1-1\t',
  'T1\tClaim 0 5\t',
  '\\n',
  '<b>&amp;]]>',
  '[x]{y}<z>:',
  '\n\n- ',
  // What is a space to some and none to others, what nobody sees, and what XML cannot say.
  '\u00a0',
  '\u3000',
  '\u200b\u00ad',
  '\u0301',
  'ﬁn… “so” ‘it’',
  'İstanbul ß',
  '\u000b\f',
  '\uffff',
  '\u{1fffe}',
  '\u0001',
]

const prose = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join(''))
const words = fc.oneof(
  prose,
  fc.string({ unit: codePoint, maxLength: 12 }),
  fc.constantFrom('', '=1+1', '@home', '\r\n', '__proto__', '_', '*', 'O', '#', 'a|b;c', 'x, y', '->'),
  // Names of files and of things that formats have themselves.
  fc.constantFrom(
    'a/b',
    '../c',
    'CON',
    'x.ann',
    'Name',
    'name',
    ' name ',
    'na\u00efve',
    'nai\u0308ve',
    'begin',
    'sofa',
  ),
)
const awkward = fc.constantFrom(
  '__proto__',
  'constructor',
  '2021',
  '7',
  '10',
  'toString',
  ' ',
  'é',
  'e\u0301',
)
const id = fc.oneof(fc.uuid(), awkward, fc.string({ unit: codePoint, minLength: 1, maxLength: 6 }))
const moment = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const ratio = fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0))
const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
const roles = fc.uniqueArray(fc.constantFrom(...Role.options))

/** A few things with ids of their own. */
function several<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }, maxLength: number): fc.Arbitrary<T[]> {
  return fc.uniqueArray(fc.record(model) as fc.Arbitrary<T>, {
    maxLength,
    selector: (thing) => (thing as { id: string }).id,
  })
}

const blockKinds: fc.Arbitrary<Block> = fc.oneof(
  fc.constantFrom('paragraph', 'quotation', 'verse', 'preformatted').map((kind) => ({ kind })),
  fc.record({ kind: fc.constant('heading'), level: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant('list-item'), depth: fc.nat(3), ordered: fc.boolean() }),
  fc.record({ kind: fc.constant('speaker-turn'), speaker: words, time: fc.option(words) }),
  fc.record({ kind: fc.constant('table-cell'), row: fc.nat(3), column: fc.nat(3) }),
) as fc.Arbitrary<Block>

/** Where a text may be cut: not inside a surrogate pair. */
function placesIn(text: string): number[] {
  const places = [0]
  for (const character of text) places.push(places.at(-1)! + character.length)
  return places
}

const noText: StructuredText = { text: '', blocks: [], marks: [], breaks: [] }

const structuredText: fc.Arbitrary<StructuredText> = fc
  .array(fc.tuple(blockKinds, prose), { minLength: 1, maxLength: 5 })
  .chain((parts) => {
    let at = 0
    const blocks = parts.map(([kind, content]) => {
      const block = { ...kind, start: at, end: at + content.length }
      at = block.end + 1
      return block
    })
    const text = parts.map(([, content]) => content).join('\n')
    const place = fc.constantFrom(...placesIn(text))
    const extent = fc.tuple(place, place).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
    const mark: fc.Arbitrary<Mark> = fc.oneof(
      fc
        .tuple(fc.constantFrom('em', 'strong', 'sup', 'sub'), extent)
        .map(([kind, range]) => ({ kind, ...range })),
      fc.tuple(words, extent).map(([href, range]) => ({ kind: 'link' as const, href, ...range })),
    ) as fc.Arbitrary<Mark>
    const point: fc.Arbitrary<Break> = fc.record({
      kind: fc.constantFrom('page', 'section'),
      at: place,
    })
    return fc.record({
      text: fc.constant(text),
      blocks: fc.constant(blocks),
      marks: fc.array(mark, { maxLength: 4 }),
      breaks: fc.array(point, { maxLength: 2 }),
    })
  })

/** In reading order and apart; none when the text is too short for any. */
function spansIn(text: string): fc.Arbitrary<Span[]> {
  const places = placesIn(text)
  return fc
    .uniqueArray(fc.constantFrom(...places), { minLength: Math.min(2, places.length), maxLength: 6 })
    .map((ends) => {
      const sorted = ends.sort((a, b) => a - b)
      const spans: Span[] = []
      for (let index = 0; index + 1 < sorted.length; index += 2) {
        spans.push({ start: sorted[index]!, end: sorted[index + 1]! })
      }
      return spans.filter((span, index) => index === 0 || spans[index - 1]!.end < span.start)
    })
}

const attributes: fc.Arbitrary<Data.AttributeMap> = fc
  .uniqueArray(
    fc.tuple(
      fc.oneof(words, awkward),
      fc.oneof(
        words,
        fc.boolean(),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((v) => v + 0),
        fc.integer(),
      ),
    ),
    { maxLength: 4, selector: ([name]) => name },
  )
  .map((entries) => new Map(entries))

const foundations = fc.record({
  project: fc.record({ name: words, description: words }),
  annotators: several<Data.Annotator>({ id, name: words }, 3),
  speakers: several<Data.Speaker>(
    {
      id,
      name: words,
      kind: fc.constantFrom(...SpeakerKind.options),
      variants: fc.array(words, { maxLength: 3 }),
    },
    3,
  ),
  tags: several<Data.Tag>(
    {
      id,
      name: words,
      role: fc.constantFrom(...Role.options),
      color,
      key: fc.constantFrom('', '1', 'é', '𝒜'),
      parent: fc.constant(null),
      definition: words,
      include: words,
      exclude: words,
      examples: fc.array(words, { maxLength: 2 }),
      attributes: fc.array(
        fc.record({
          name: words.filter((name) => name !== ''),
          kind: fc.constantFrom(...AttributeDefinition.shape.kind.options),
          values: fc.array(words, { maxLength: 3 }),
          required: fc.boolean(),
        }),
        { maxLength: 2 },
      ),
    },
    5,
  ),
  linkTypes: several<Data.LinkType>(
    { id, name: words, symmetric: fc.boolean(), color, sourceRoles: roles, targetRoles: roles },
    3,
  ),
  documents: several<Data.Document & { content: StructuredText }>(
    {
      id,
      title: words,
      metadata: fc
        .uniqueArray(fc.tuple(fc.oneof(words, awkward, fc.constantFrom('author', 'date')), words), {
          maxLength: 5,
          selector: ([name]) => name,
        })
        .map((entries) => new Map(entries)),
      status: fc.constantFrom('to-do', 'in-progress', 'done'),
      source: fc.record({
        name: words,
        mediaType: words,
        sha256: fc.oneof(words, fc.stringMatching(/^[0-9a-f]{64}$/)),
      }),
      content: fc.oneof({ arbitrary: structuredText, weight: 9 }, fc.constant(noText)),
    },
    4,
  ),
  claims: several<Data.Claim>({ id, statement: words, note: words, created: moment }, 4),
})

/** Two texts of one title or of the same words, people of one name, tags of one name in different branches. */
const withTwins = foundations.chain((base) =>
  fc.record({
    ...{ project: fc.constant(base.project), claims: sometimesAlike(base.claims, 'statement') },
    annotators: sometimesAlike(base.annotators, 'name'),
    speakers: sometimesAlike(base.speakers, 'name'),
    tags: sometimesAlike(base.tags, 'name'),
    linkTypes: sometimesAlike(base.linkTypes, 'name'),
    documents: sometimesAlike(base.documents, 'title').chain((documents) =>
      sometimesAlike(documents, 'content').chain((documents) => sometimesAlike(documents, 'source')),
    ),
  }),
)

export const dataset: fc.Arbitrary<Data.Dataset> = withTwins.chain((base) => {
  const pick = (things: readonly { id: string }[]) => fc.constantFrom(...things.map((thing) => thing.id))
  const pickOrNone = (things: readonly { id: string }[]) =>
    things.length === 0 ? fc.constant(null) : fc.option(pick(things))
  const none = fc.constant<never[]>([])
  const { annotators, documents, tags, linkTypes, claims, speakers } = base
  const readable = documents.filter(({ content }) => content.text !== '')

  const annotations =
    annotators.length * tags.length * readable.length === 0
      ? none
      : fc
          .array(
            fc.constantFrom(...readable).chain((document) =>
              fc.record({
                id,
                document: fc.constant(document.id),
                annotator: pick(annotators),
                tag: pick(tags),
                spans: spansIn(document.content.text),
                claim: pickOrNone(claims),
                speaker: pickOrNone(speakers),
                attributes,
                confidence: ratio,
                note: words,
                created: moment,
              }),
            ),
            { maxLength: 10 },
          )
          .map((list) => distinct(list.filter(({ spans }) => spans.length > 0)))
          .chain((list) => withSamePlaces(list))
          .chain((list) => withDefinedValues(list, tags))

  return annotations.chain((annotations) => {
    const ends: fc.Arbitrary<Data.LinkEnd>[] = []
    if (annotations.length > 0) ends.push(pick(annotations).map((id) => ({ annotation: id })))
    if (claims.length > 0) ends.push(pick(claims).map((id) => ({ claim: id })))
    const links =
      ends.length * linkTypes.length * annotators.length === 0
        ? none
        : fc
            .array(
              fc.record({
                id,
                linkType: pick(linkTypes),
                source: fc.oneof(...ends),
                target: fc.oneof(...ends),
                onto: fc.option(fc.nat(9)),
                annotator: pick(annotators),
                strength: ratio,
                status: words,
                note: words,
                created: moment,
              }),
              { maxLength: 8 },
            )
            .map((list) => withLinksOntoLinks(distinct(list)))
    const parents = fc.array(fc.option(fc.nat(9)), { minLength: tags.length, maxLength: tags.length })

    return fc.tuple(links, parents).chain(([links, parents]) => {
      const subjects: fc.Arbitrary<Data.MemoSubject>[] = [fc.constant({ project: true as const }), ...ends]
      if (links.length > 0) subjects.push(pick(links).map((link) => ({ link })))
      if (documents.length > 0) subjects.push(pick(documents).map((document) => ({ document })))
      if (tags.length > 0) subjects.push(pick(tags).map((tag) => ({ tag })))
      if (speakers.length > 0) subjects.push(pick(speakers).map((speaker) => ({ speaker })))
      const memos =
        annotators.length === 0
          ? none
          : several<Data.Memo>(
              {
                id,
                about: fc.oneof(...subjects),
                annotator: pick(annotators),
                text: words,
                created: moment,
              },
              6,
            )
      return memos.map((memos) => {
        const texts = new Map(documents.map((document) => [document.id, document.content]))
        return inDatasetOrder({
          ...base,
          tags: withParents(tags, parents),
          documents: documents.map(({ content, ...document }) => document),
          annotations,
          links,
          memos,
          textOf: (documentId) => texts.get(documentId)!,
        })
      })
    })
  })
})

function distinct<T extends { id: string }>(things: readonly T[]): T[] {
  return [...new Map(things.map((thing) => [thing.id, thing])).values()]
}

/** A later link may stand onto an earlier one, or the other way round: what counts is that no circle comes of it. */
function withLinksOntoLinks(links: (Data.Link & { onto: number | null })[]): Data.Link[] {
  const half = Math.floor(links.length / 2)
  return links.map(({ onto, ...link }, index) => {
    if (onto === null || links.length < 2) return link
    const other = index < half ? half + (onto % (links.length - half)) : undefined
    return other === undefined ? link : { ...link, target: { link: links[other]!.id } }
  })
}

/** Parents stand before or after their children in the file, never in a circle. */
function withParents(tags: readonly Data.Tag[], parents: readonly (number | null)[]): Data.Tag[] {
  const order = tags.map((tag, index) => ({ tag, rank: (index * 3) % 7 }))
  return tags.map((tag, index) => {
    const chosen = parents[index]
    if (chosen === null || chosen === undefined) return tag
    const candidate = order[chosen % order.length]!
    return candidate.rank < order[index]!.rank ? { ...tag, parent: candidate.tag.id } : tag
  })
}
