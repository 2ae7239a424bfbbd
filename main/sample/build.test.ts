import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { standardTags } from '../../db/standard-codebook.ts'
import { checkStructure } from '../../preload/contract/check-structure.ts'
import { isAgainst, standardLinkTypes } from '../../preload/contract/link-type.ts'
import { StructuredText } from '../../preload/contract/text.ts'
import type { Annotation, Dataset, LinkEnd } from '../exchange/dataset.ts'
import { exchangeLines } from '../exchange/formats/rejoinder-jsonl/lines.ts'
import { readExchangeFile } from '../exchange/formats/rejoinder-jsonl/read-file.ts'
import { buildSample, sampleFile } from './build.ts'
import { sampleDataset } from './dataset.ts'

const sample = sampleDataset()
const written = readFileSync(sampleFile, 'utf8')

interface Range {
  start: number
  end: number
}
const inCodePoints = (text: string, { start, end }: Range) => [...text].slice(start, end).join('')

describe('the sample file', () => {
  const lines = written
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const ofType = (type: string) => lines.filter((line) => line.type === type)
  const texts = new Map<string, string>(ofType('document').map(({ id, text }) => [id, text]))

  test('is what its sources make', () => {
    expect(written === buildSample(), 'run: node_modules/.bin/node main/sample/build.ts').toBe(true)
  })

  test('is read by the program without a complaint and written again byte for byte', async () => {
    const again = await readExchangeFile(fileURLToPath(sampleFile))
    expect([...exchangeLines(again)].map((line) => `${line}\n`).join('')).toBe(written)
    for (const { id } of again.documents) expect(checkStructure(again.textOf(id))).toEqual([])
  })

  test('has every quote where it says, in both units', () => {
    for (const { document, spans, utf16, quote } of ofType('annotation')) {
      const text = texts.get(document)!
      expect(spans.map((span: Range) => inCodePoints(text, span))).toEqual(quote)
      expect(utf16.map((span: Range) => text.slice(span.start, span.end))).toEqual(quote)
    }
  })

  test('has passages that lie at different offsets in the two units, so that mixing them up shows', () => {
    const differing = ofType('annotation').filter(({ spans, utf16 }) => spans[0].start !== utf16[0].start)
    expect(differing.length).toBeGreaterThan(0)
  })

  test('has blocks that make up the whole text, with marks inside it', () => {
    for (const { blocks, marks, text } of ofType('document')) {
      expect(blocks.map((block: Range) => inCodePoints(text, block)).join('\n')).toBe(text)
      for (const mark of marks) expect(inCodePoints(text, mark)).toMatch(/^[^\s*[].*[^\s*\]]$/)
    }
  })

  test('gives no id twice and refers only to what is there', () => {
    const ids = lines.flatMap(({ id }) => (id ? [id] : []))
    expect(new Set(ids).size).toBe(ids.length)
    const referred = [
      ...lines.flatMap(({ parent, document, annotator, tag, claim, speaker, linkType }) =>
        [parent, document, annotator, tag, claim, speaker, linkType].filter(Boolean),
      ),
      ...ofType('link').flatMap(({ source, target }) => [source, target].flatMap(Object.values)),
      ...ofType('memo').flatMap(({ about }) => Object.values(about)),
    ]
    expect(referred.filter((id) => !ids.includes(id))).toEqual([])
  })
})

describe('the sample project', () => {
  test('has texts of the contract’s shape, each 350 to 700 words', () => {
    for (const { id } of sample.documents) {
      const structured = StructuredText.parse(sample.textOf(id))
      const words = structured.text.split(/\s+/).length
      expect(words).toBeGreaterThanOrEqual(350)
      expect(words).toBeLessThanOrEqual(700)
    }
  })

  test('shows every kind of block that such sources have', () => {
    const kinds = sample.documents.flatMap(({ id }) => sample.textOf(id).blocks.map(({ kind }) => kind))
    expect(new Set(kinds)).toEqual(
      new Set(['heading', 'paragraph', 'list-item', 'quotation', 'speaker-turn', 'table-cell']),
    )
  })

  test('has emphasis, a strong passage and a link', () => {
    const kinds = sample.documents.flatMap(({ id }) => sample.textOf(id).marks.map(({ kind }) => kind))
    expect(new Set(kinds)).toEqual(new Set(['em', 'strong', 'link']))
  })

  test('has the tags of every new project among its own, with the same ids, names, keys and colours', () => {
    const standard = standardTags.map(({ uid: id, name, role, color, key }) => ({
      id,
      name,
      role,
      color,
      key,
    }))
    expect(sample.tags).toEqual(expect.arrayContaining(standard.map((tag) => expect.objectContaining(tag))))
  })

  test('has passages in two parts, nested ones and ones that overlap', () => {
    const pairs = sample.annotations.flatMap((one, i) =>
      sample.annotations.slice(i + 1).flatMap((other) => (meet(one, other) ? [[one, other] as const] : [])),
    )
    expect(sample.annotations.filter(({ spans }) => spans.length > 1)).toHaveLength(2)
    expect(pairs.filter(([one, other]) => endOf(other) <= endOf(one)).length).toBeGreaterThan(0)
    expect(pairs.filter(([one, other]) => endOf(other) > endOf(one)).length).toBeGreaterThan(0)
  })

  test('uses every link type, between roles that the type allows, mostly across documents', () => {
    const used = new Set(sample.links.map(({ linkType }) => linkType))
    expect(used).toEqual(new Set(standardLinkTypes.map(({ uid }) => uid)))
    for (const { linkType: uid, source, target } of sample.links) {
      const type = sample.linkTypes.find(({ id }) => id === uid)!
      expect(allows(type.sourceRoles, roleOf(source, sample)), `${uid} from ${JSON.stringify(source)}`).toBe(
        true,
      )
      expect(allows(type.targetRoles, roleOf(target, sample)), `${uid} to ${JSON.stringify(target)}`).toBe(
        true,
      )
    }
    const across = sample.links.filter(({ source, target }) => documentOf(source) !== documentOf(target))
    expect(across.length).toBeGreaterThanOrEqual(20)
  })

  test('undercuts steps, by links onto links that stand before them', () => {
    const undercuts = sample.links.filter(({ linkType }) => linkType === 'undercuts')
    expect(undercuts.length).toBeGreaterThan(0)
    for (const { target, id } of undercuts) {
      expect(target).toHaveProperty('link')
      const order = sample.links.map((link) => link.id)
      expect(order.indexOf((target as { link: string }).link)).toBeLessThan(order.indexOf(id))
    }
  })

  test('leaves two claims unanswered: what cars would cost, which is made twice, and the second delivery', () => {
    const against = sample.linkTypes.filter(({ id, sourceRoles }) => isAgainst({ uid: id, sourceRoles }))
    const answered = sample.links.flatMap(({ linkType, source, target }) => {
      const type = against.find(({ id }) => id === linkType)
      return type ? (type.symmetric ? [source, target] : [target]) : []
    })
    const isAnswered = ({ id }: Annotation) =>
      answered.some((end) => 'annotation' in end && end.annotation === id)
    const unanswered = sample.annotations.filter(
      (annotation) => roleOf({ annotation: annotation.id }, sample) === 'claim' && !isAnswered(annotation),
    )
    expect(unanswered.map(({ id }) => id)).toEqual([
      'weavers-bridge/statement/eight-times',
      'weavers-bridge/rebuttal/second-delivery',
      'weavers-bridge/report/eight-times',
    ])
  })

  test('has claims that several documents state, and one that nobody states', () => {
    const documentsOf = (claim: string) =>
      new Set(sample.annotations.filter((mention) => mention.claim === claim).map(({ document }) => document))
        .size
    const counts = sample.claims.map(({ id }) => documentsOf(id))
    expect(counts.filter((count) => count >= 2).length).toBeGreaterThanOrEqual(6)
    expect(counts.filter((count) => count === 0)).toHaveLength(1)
  })

  test('quotes in its report once word for word, once shortened and once with a number changed', () => {
    const textOf = (name: string) => sample.textOf(`weavers-bridge/${name}`).text
    const verbatim = 'A street with more people in it is a street with more customers'
    expect(textOf('statement')).toContain(verbatim)
    expect(textOf('report')).toContain(verbatim)
    expect(textOf('rebuttal')).toMatch(
      /people who hurry .+ to the station pass our windows .+ and buy nothing/,
    )
    expect(textOf('report')).toContain(
      'People who hurry […] to the station pass our windows […] and buy nothing',
    )
    expect(textOf('rebuttal')).toContain('In 41 of the 58 shops that answered, takings fell during the trial')
    expect(textOf('report')).toContain('In 41 of the 85 shops that answered, takings fell during the trial')
  })
})

const endOf = ({ spans }: Annotation) => spans.at(-1)!.end

/** Whether the later one begins inside the earlier one; both in reading order. */
function meet(earlier: Annotation, later: Annotation): boolean {
  return earlier.document === later.document && later.spans[0]!.start < endOf(earlier)
}

function roleOf(end: LinkEnd, { annotations, tags }: Dataset): string {
  if ('claim' in end) return 'claim'
  if ('link' in end) return 'link'
  const { tag } = annotations.find(({ id }) => id === end.annotation)!
  return tags.find(({ id }) => id === tag)!.role
}

const allows = (roles: readonly string[], role: string) => roles.length === 0 || roles.includes(role)

const documentOf = (end: LinkEnd) =>
  'annotation' in end
    ? sample.annotations.find(({ id }) => id === end.annotation)!.document
    : JSON.stringify(end)
