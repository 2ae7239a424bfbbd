import type { Span, StructuredText } from '../../../../preload/contract/text.ts'
import { type CodePoints, codePointsOf } from '../../code-points.ts'
import type * as Data from '../../dataset.ts'
import { linksUnder } from '../../dataset-order.ts'
import { JsonProblem, readingJson, readJson } from '../../json.ts'
import type { PutsAway } from '../annotation-format.ts'
import { circlesIn } from './circle.ts'
import * as decode from './decode.ts'
import { decodePlainText, decodingText } from './decode-text.ts'
import { Fields, LineProblem } from './fields.ts'
import { textsMet } from './texts-met.ts'
import { type Unchecked, Waiting } from './waiting.ts'

/** What is wrong with a line; lines count from 1. */
export interface Problem {
  line: number
  what: string
}

export interface DatasetReader {
  /** Takes the next line, without its line feed; undefined when its bytes are no text. */
  line(source: string | undefined): void
  /** The same for a line that may be long; it pauses. Nothing else may be asked before its end. */
  reading(source: string | undefined): Generator<void, void>
  /** Whether `checking` should be run before the next line. */
  isMuchWaiting(): boolean
  /** Holds what waits against texts that were put away; it pauses after each. What is left, `end` checks at once. */
  checking(): Generator<void, void>
  /** Call after the last line: checks what could only be checked then. */
  end(): ReadDataset
}

export interface ReadDataset extends Data.Dataset {
  /** The line that a document came from. */
  lineOf(documentId: string): number
}

const types = [
  'project',
  'annotator',
  'speaker',
  'tag',
  'link-type',
  'document',
  'claim',
  'annotation',
  'link',
  'memo',
] as const
type Type = (typeof types)[number]

/** In UTF-16 code units; what is longer keeps everyone waiting who asks the project something meanwhile. */
export const longLine = 100_000

const noAttributes: Data.AttributeMap = new Map()

export interface Beside {
  /** Where it is given, texts are put there and not held. */
  away?: Pick<PutsAway, 'text'> | undefined
  /** Where it is given, the words of each annotation are put there by its id, one for each span. */
  quotes?: Map<string, string[]> | undefined
}

/**
 * Reads an exchange file line by line and checks each against the contract and against the lines before it. Every
 * problem is told to `problem`, those of earlier lines first, but for what only `end` can find; the line is left out:
 * whoever wants all or nothing throws there.
 */
export function datasetReader(
  tell: (problem: Problem) => void,
  { away, quotes }: Beside = {},
): DatasetReader {
  const texts = textsMet(away)
  const waiting = new Waiting()
  const dataset: Data.Dataset = {
    project: { name: '', description: '' },
    annotators: [],
    speakers: [],
    tags: [],
    linkTypes: [],
    documents: [],
    claims: [],
    annotations: [],
    links: [],
    memos: [],
    textOf: (documentId) => texts.contentOf(documentId)!,
  }
  // Each id as it was met first: what refers to it shares its memory.
  const ids = new Map<string, string>()
  const same = (id: string): string => ids.get(id) ?? id
  // Where each id was met, by type.
  const known = new Map<Type, Map<string, number>>(types.map((type) => [type, new Map()]))
  let current: Type | undefined
  let number = 0

  const readers: Record<Type, (fields: Fields) => void | Generator<void, void>> = {
    project(fields) {
      dataset.project = finished(fields, decode.decodeProject(fields))
    },
    annotator(fields) {
      dataset.annotators.push(finished(fields, decode.decodeAnnotator(fields)))
    },
    speaker(fields) {
      dataset.speakers.push(finished(fields, decode.decodeSpeaker(fields)))
    },
    tag(fields) {
      dataset.tags.push(finished(fields, decode.decodeTag(fields)))
    },
    'link-type'(fields) {
      dataset.linkTypes.push(finished(fields, decode.decodeLinkType(fields)))
    },
    *document(fields) {
      const text = decodePlainText(fields)
      const points = codePointsOf(text)
      let content: StructuredText = { text, blocks: [], marks: [], breaks: [] }
      try {
        const document = decode.decodeDocument(fields)
        content = finished(fields, yield* decodingText(fields, text, points))
        dataset.documents.push(document)
      } finally {
        // What stands in the text of a line that is wrong elsewhere can be checked all the same.
        texts.add(fields.id('id'), content, points)
      }
    },
    claim(fields) {
      dataset.claims.push(finished(fields, decode.decodeClaim(fields)))
    },
    annotation(fields) {
      const { utf16, quote, ...annotation } = finished(fields, decode.decodeAnnotation(fields))
      mustBeKnown('document', annotation.document)
      mustBeKnown('annotator', annotation.annotator)
      mustBeKnown('tag', annotation.tag)
      if (annotation.claim !== null) mustBeKnown('claim', annotation.claim)
      if (annotation.speaker !== null) mustBeKnown('speaker', annotation.speaker)
      const unchecked = { line: number, annotation: sharing(annotation), utf16, quote }
      // A document line too broken to have a text has been told already.
      if (texts.isAtHand(annotation.document)) check(unchecked)
      else if (texts.contentOf(annotation.document)) waiting.add(unchecked)
      dataset.annotations.push(unchecked.annotation)
      quotes?.set(annotation.id, quote)
    },
    link(fields) {
      const link = finished(fields, decode.decodeLink(fields))
      mustBeKnown('link-type', link.linkType)
      mustBeKnown('annotator', link.annotator)
      for (const end of [link.source, link.target]) if (!('link' in end)) mustBeKnownSubject(end)
      dataset.links.push({
        ...link,
        ...{ linkType: same(link.linkType), annotator: same(link.annotator) },
        ...{ source: sharingEnd(link.source), target: sharingEnd(link.target) },
      })
    },
    memo(fields) {
      const memo = finished(fields, decode.decodeMemo(fields))
      mustBeKnown('annotator', memo.annotator)
      mustBeKnownSubject(memo.about)
      dataset.memos.push(memo)
    },
  }

  return {
    line(source) {
      for (const _ of this.reading(source));
    },
    *reading(source) {
      number += 1
      try {
        yield* readingLine(source)
      } catch (error) {
        if (!(error instanceof LineProblem || error instanceof JsonProblem)) throw error
        problem({ line: number, what: error.message })
      }
      // Told once: the lines after a broken first one are read as if it had been right.
      current ??= 'project'
    },
    isMuchWaiting: () => waiting.isMuch,
    checking,
    end() {
      checkAtOnce()
      if (number === 0) problem({ line: 1, what: 'the file is empty' })
      checkLater('tag', dataset.tags, ({ parent }) => (parent === null ? [] : [parent]), 'its parent')
      checkLater('link', dataset.links, linksUnder, 'an end of it')
      return { ...dataset, lineOf: (documentId) => known.get('document')!.get(documentId)! }
    },
  }

  function problem(found: Problem): void {
    checkAtOnce()
    tell(found)
  }

  function check({ annotation, utf16, quote }: Unchecked): void {
    const { text, points } = texts.find(annotation.document)!
    annotation.spans = checkedSpans(annotation.spans, utf16, quote, text, points)
  }

  function* checking(): Generator<void, void> {
    const problems: Problem[] = []
    const wrong = new Set<Data.Annotation>()
    yield* waiting.checked((one) => {
      try {
        check(one)
      } catch (error) {
        if (!(error instanceof LineProblem)) throw error
        problems.push({ line: one.line, what: error.message })
        wrong.add(one.annotation)
      }
    })
    if (wrong.size > 0) dataset.annotations = dataset.annotations.filter((one) => !wrong.has(one))
    for (const one of problems.sort((a, b) => a.line - b.line)) tell(one)
  }

  function checkAtOnce(): void {
    for (const _ of checking());
  }

  function sharing(annotation: Data.Annotation): Data.Annotation {
    const { document, annotator, tag, claim, speaker, attributes } = annotation
    return {
      ...annotation,
      ...{ document: same(document), annotator: same(annotator), tag: same(tag) },
      claim: claim && same(claim),
      speaker: speaker && same(speaker),
      attributes: attributes.size === 0 ? noAttributes : attributes,
    }
  }

  function sharingEnd(end: Data.LinkEnd): Data.LinkEnd {
    if ('annotation' in end) return { annotation: same(end.annotation) }
    return 'claim' in end ? { claim: same(end.claim) } : { link: same(end.link) }
  }

  function* readingLine(source: string | undefined): Generator<void, void> {
    if (source === undefined) throw new LineProblem('the line is not valid UTF-8')
    if (source.trim() === '') throw new LineProblem('the line is empty')
    const value =
      source.length > longLine
        ? yield* readingJson(source, { detached: true })
        : readJson(source, { detached: true })
    if (!(value instanceof Map)) throw new LineProblem('the line is not an object')
    const fields = new Fields(value)
    const type = fields.oneOf('type', types)
    if (current === undefined && type !== 'project') {
      current = type
      throw new LineProblem('the first line of the file must be its project line')
    }
    if (type === 'project' && current !== undefined) throw new LineProblem('there is a second project line')
    if (current !== undefined && types.indexOf(type) < types.indexOf(current)) {
      throw new LineProblem(
        `a line of type ${type} stands after one of type ${current}; the order is ${types.join(', ')}`,
      )
    }
    current = type
    if (type !== 'project') meet(type, fields.id('id'))
    yield* readers[type](fields) ?? []
  }

  /** Ids of lines that turn out wrong are known all the same, so that one fault is not told twice. */
  function meet(type: Type, id: string): void {
    const earlier = known.get(type)!.get(id)
    if (earlier !== undefined)
      throw new LineProblem(`the id ${JSON.stringify(id)} is that of line ${earlier} already`)
    known.get(type)!.set(id, number)
    if (!ids.has(id)) ids.set(id, id)
  }

  function mustBeKnown(type: Type, id: string): void {
    if (!known.get(type)!.has(id))
      throw new LineProblem(`there is no ${type} with the id ${JSON.stringify(id)} in the file`)
  }

  function mustBeKnownSubject(subject: Data.MemoSubject): void {
    if ('project' in subject) return
    const [[type, id]] = Object.entries(subject) as [[Type, string]]
    mustBeKnown(type, id)
  }

  /** References that may point forward: known at all, and not in a circle. */
  function checkLater<T extends { id: string }>(
    type: 'tag' | 'link',
    things: readonly T[],
    referencesOf: (thing: T) => string[],
    what: string,
  ): void {
    const lines = known.get(type)!
    const references = new Map(things.map((thing) => [thing.id, referencesOf(thing)]))
    const circles = circlesIn(references)
    for (const { id } of things) {
      const line = lines.get(id)!
      const missing = references.get(id)!.find((other) => !lines.has(other))
      if (missing !== undefined)
        problem({
          line,
          what: `${what} is the ${type} ${JSON.stringify(missing)}, which is not in the file`,
        })
      if (circles.has(id)) problem({ line, what: `the ${type} leads back to itself in a circle` })
    }
  }
}

function finished<T>(fields: Fields, value: T): T {
  fields.end()
  return value
}

/** The spans in UTF-16 code units, once all three ways to say them agree. */
function checkedSpans(
  spans: readonly Span[],
  utf16: readonly Span[],
  quote: readonly string[],
  text: string,
  points: CodePoints,
): Span[] {
  const converted = spans.map(({ start, end }, index) => {
    const from = points.toUtf16(start)
    const to = points.toUtf16(end)
    if (from !== undefined && to !== undefined) return { start: from, end: to }
    throw new LineProblem(
      `"spans[${index}]" ends at ${end}, but the text of its document has ${points.length} characters (code points)`,
    )
  })
  if (quote.length !== spans.length) throw new LineProblem('"quote" must have one string for each span')
  for (const [index, { start, end }] of converted.entries()) {
    const there = text.slice(start, end)
    if (there !== quote[index]) {
      throw new LineProblem(
        `"quote[${index}]" is ${shortened(quote[index]!)}, but its span covers ${shortened(there)}`,
      )
    }
  }
  const agree =
    utf16.length === converted.length &&
    converted.every(({ start, end }, index) => utf16[index]!.start === start && utf16[index]!.end === end)
  if (!agree)
    throw new LineProblem(`"utf16" must be ${JSON.stringify(converted)}, the same spans in UTF-16 code units`)
  return converted
}

function shortened(words: string): string {
  const characters = [...words]
  return JSON.stringify(characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : words)
}
