import type { Span } from '../../../../preload/contract/text.ts'
import { annotationsInTexts } from '../../annotations-in-texts.ts'
import type { CodePoints } from '../../code-points.ts'
import type * as Data from '../../dataset.ts'
import { generatorIri, iriOf, projectIri } from './iris.ts'
import { isWritten, usedIn } from './used.ts'

/** In UTF-16 code units, of what stands before and after a quote. */
const contextLength = 32

type Json = Record<string, unknown>

const textual = (purpose: string, value: string, id?: string): Json => ({
  ...(id !== undefined && { id }),
  type: 'TextualBody',
  purpose,
  format: 'text/plain',
  value,
})

/** The annotations of a file, in the order in which they stand there. Asks once for each text. */
export function* itemsOf(dataset: Data.Dataset, textFiles: ReadonlyMap<string, string>): Generator<Json> {
  const people = new Map(dataset.annotators.map((annotator) => [annotator.id, creatorOf(annotator)]))
  const by = (annotator: string, created: string): Json => ({ creator: people.get(annotator), created })
  for (const document of dataset.documents) yield describedDocument(document, textFiles.get(document.id)!)
  for (const claim of dataset.claims) yield statedClaim(claim)
  yield* annotations(dataset, by)

  const linkTypes = new Map(dataset.linkTypes.map(({ id, name }) => [id, name]))
  for (const { id, linkType, source, target, annotator, note, created } of dataset.links) {
    yield {
      ...{ id: iriOf('link', id), type: 'Annotation', motivation: 'linking', ...by(annotator, created) },
      body: [
        { type: 'SpecificResource', purpose: 'linking', source: iriOfSubject(source) },
        textual('classifying', linkTypes.get(linkType)!, iriOf('link-type', linkType)),
        ...(note === '' ? [] : [textual('commenting', note)]),
      ],
      target: iriOfSubject(target),
    }
  }
  for (const { id, about, annotator, text, created } of writtenMemos(dataset)) {
    yield {
      ...{ id: iriOf('memo', id), type: 'Annotation', motivation: 'commenting', ...by(annotator, created) },
      body: textual('commenting', text),
      target: iriOfSubject(about),
    }
  }
}

export function countItems(dataset: Data.Dataset): number {
  const { documents, claims, annotations, links } = dataset
  return documents.length + claims.length + annotations.length + links.length + writtenMemos(dataset).length
}

function writtenMemos(dataset: Data.Dataset): Data.Memo[] {
  const used = usedIn(dataset)
  return dataset.memos.filter(({ about }) => isWritten(about, used))
}

function describedDocument({ id, title, metadata }: Data.Document, textFile: string): Json {
  const [url, language] = [metadata.get('url'), metadata.get('language')]
  return {
    ...{ id: iriOf('document-description', id), type: 'Annotation', motivation: 'describing' },
    body: [textual('describing', title), textual('identifying', textFile)],
    target: {
      ...{ id: iriOf('document', id), type: 'Text', format: 'text/plain' },
      ...(language !== undefined && /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language) && { language }),
      ...(url !== undefined && /^https?:/.test(url) && URL.canParse(url) && { via: new URL(url).href }),
    },
  }
}

function statedClaim({ id, statement, note, created }: Data.Claim): Json {
  return {
    ...{ id: iriOf('claim-statement', id), type: 'Annotation', motivation: 'describing', created },
    body: [textual('describing', statement), ...(note === '' ? [] : [textual('commenting', note)])],
    target: iriOf('claim', id),
  }
}

function* annotations(
  dataset: Data.Dataset,
  by: (annotator: string, created: string) => Json,
): Generator<Json> {
  const tags = new Map(
    dataset.tags.map(({ id, name }) => [id, textual('classifying', name, iriOf('tag', id))]),
  )
  const claims = new Map(
    dataset.claims.map(({ id, statement }) => [id, textual('identifying', statement, iriOf('claim', id))]),
  )
  const speakers = new Map(
    dataset.speakers.map(({ id, name }) => [id, textual('describing', name, iriOf('speaker', id))]),
  )
  for (const { annotation, text, points } of annotationsInTexts(dataset)) {
    const { id, document, annotator, created } = annotation
    const source = iriOf('document', document)
    const targets = annotation.spans.map((span) => ({
      ...{ type: 'SpecificResource', source, selector: selectorsOf(span, text, points) },
    }))
    yield {
      ...{ id: iriOf('annotation', id), type: 'Annotation', motivation: 'classifying' },
      ...{ ...by(annotator, created), generator: generatorIri },
      body: [
        tags.get(annotation.tag),
        ...(annotation.claim === null ? [] : [claims.get(annotation.claim)]),
        ...(annotation.speaker === null ? [] : [speakers.get(annotation.speaker)]),
        ...(annotation.note === '' ? [] : [textual('commenting', annotation.note)]),
      ],
      target: targets.length === 1 ? targets[0] : targets,
    }
  }
}

function selectorsOf({ start, end }: Span, text: string, points: CodePoints): Json[] {
  return [
    {
      type: 'TextQuoteSelector',
      prefix: text.slice(wholeFrom(text, Math.max(0, start - contextLength)), start),
      exact: text.slice(start, end),
      suffix: text.slice(end, wholeFrom(text, Math.min(text.length, end + contextLength))),
    },
    { type: 'TextPositionSelector', start: points.fromUtf16(start), end: points.fromUtf16(end) },
  ]
}

/** Not inside a surrogate pair. */
function wholeFrom(text: string, offset: number): number {
  return (text.charCodeAt(offset) & 0xfc00) === 0xdc00 && offset > 0 ? offset + 1 : offset
}

function creatorOf({ id, name }: Data.Annotator): Json {
  return { id: iriOf('annotator', id), type: 'Person', name }
}

function iriOfSubject(subject: Data.MemoSubject): string {
  if ('project' in subject) return projectIri
  const [[kind, id]] = Object.entries(subject) as [['annotation', string]]
  return iriOf(kind, id)
}
