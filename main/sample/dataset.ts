import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { standardTags } from '../../db/standard-codebook.ts'
import { standardLinkTypes } from '../../preload/contract/link-type.ts'
import type { Span, StructuredText } from '../../preload/contract/text.ts'
import type { Annotation, Dataset, Document, Link, LinkEnd, MemoSubject } from '../exchange/dataset.ts'
import { inDatasetOrder } from '../exchange/dataset-order.ts'
import { annotations, type SampleAnnotation } from './annotations.ts'
import { links, memos, type SampleEnd, type SampleMemo } from './links.ts'
import { annotator, claims, type DocumentName, project, speakers, tags, voices } from './project.ts'
import { readSampleSource } from './read-sample-source.ts'

/**
 * The sample project from its sources. Annotations are given there by their words; where those stand is found
 * here. Ids and times are fixed, so that the same sources always make the same project.
 */
export function sampleDataset(): Dataset {
  const names = Object.keys(voices) as DocumentName[]
  const sources = new Map(names.map((name) => [documentId(name), readDocument(name)]))
  const textOf = (id: string) => sources.get(id)!.structured
  const now = clock()
  return inDatasetOrder({
    project,
    annotators: [{ id: annotatorId, name: annotator }],
    speakers: Object.entries(speakers).map(([name, speaker]) => ({
      ...speaker,
      id: speakerId(name),
      variants: [...speaker.variants],
    })),
    tags: Object.entries(tags).map(([name, tag]) => ({
      ...tag,
      id: tagId(name),
      parent: tag.parent && tagId(tag.parent),
      examples: [...tag.examples],
      attributes: [...tag.attributes],
    })),
    linkTypes: standardLinkTypes.map(({ uid, sourceRoles, targetRoles, ...linkType }) => ({
      ...linkType,
      id: uid,
      sourceRoles: [...sourceRoles],
      targetRoles: [...targetRoles],
    })),
    documents: [...sources.values()].map(({ document }) => document),
    claims: Object.entries(claims).map(([name, claim]) => ({ ...claim, id: claimId(name), created: now() })),
    annotations: names.flatMap((name) => toAnnotations(name, textOf(documentId(name)).text, now)),
    links: links.map(
      (link, index): Link => ({
        id: linkId(index),
        linkType: link.type,
        source: toEnd(link.from),
        target: toEnd(link.to),
        annotator: annotatorId,
        strength: link.strength ?? null,
        status: '',
        note: link.note ?? '',
        created: now(),
      }),
    ),
    memos: memos.map((memo, index) => ({
      id: `${prefix}/memo/${index + 1}`,
      about: toSubject(memo),
      annotator: annotatorId,
      text: memo.text,
      created: now(),
    })),
    textOf,
  })
}

const prefix = 'weavers-bridge'
const annotatorId = `${prefix}/annotator`
const documentId = (name: string) => `${prefix}/${name}`
const annotationId = (name: string) => `${prefix}/${name}`
/** Those tags that every new project has keep their ids, so that the sample’s are one with them. */
const tagId = (name: string) =>
  standardTags.some(({ uid }) => uid === name) ? name : `${prefix}/tag/${name}`
const speakerId = (name: string) => `${prefix}/speaker/${name}`
const claimId = (name: string) => `${prefix}/claim/${name}`
const linkId = (index: number) => `${prefix}/link/${String(index + 1).padStart(2, '0')}`

/** Each time asked, a minute later. */
function clock(): () => string {
  let time = Date.parse('2024-04-08T09:00:00.000Z')
  return () => {
    time += 60_000
    return new Date(time).toISOString()
  }
}

function readDocument(name: DocumentName): { document: Document; structured: StructuredText } {
  const fileName = `${name}.md`
  const bytes = readFileSync(new URL(`source/${fileName}`, import.meta.url))
  const { title, metadata, text, blocks, marks, breaks } = readSampleSource(bytes.toString('utf8'), fileName)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    document: {
      id: documentId(name),
      title,
      metadata: new Map(Object.entries(metadata)),
      status: 'done',
      source: { name: fileName, mediaType: 'text/markdown', sha256 },
    },
    structured: { text, blocks, marks, breaks },
  }
}

function toAnnotations(document: DocumentName, text: string, now: () => string): Annotation[] {
  const described: [string, SampleAnnotation][] = Object.entries(annotations[document])
  return described.map(([name, annotation]) => {
    const speaker = annotation.speaker ?? voices[document]
    return {
      id: annotationId(`${document}/${name}`),
      document: documentId(document),
      annotator: annotatorId,
      tag: tagId(annotation.tag),
      spans: [annotation.quote].flat().map((words) => find(words, text, document)),
      claim: annotation.claim ? claimId(annotation.claim) : null,
      speaker: speaker && speakerId(speaker),
      attributes: new Map(Object.entries(annotation.attributes ?? {})),
      confidence: annotation.confidence ?? null,
      note: annotation.note ?? '',
      created: now(),
    }
  })
}

/** Where the words stand, in UTF-16 code units. They must stand there exactly once. */
function find(words: string, text: string, document: DocumentName): Span {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`${document}.md has no “${words}”`)
  if (text.includes(words, start + 1)) throw new Error(`${document}.md has “${words}” more than once`)
  return { start, end: start + words.length }
}

function toEnd(end: SampleEnd): LinkEnd {
  const [kind, name] = end.split(':')
  if (kind === 'claim') return { claim: claimId(name!) }
  if (kind === 'link') return { link: linkId(links.findIndex((link) => link.name === name)) }
  return { annotation: annotationId(end) }
}

function toSubject({ about }: SampleMemo): MemoSubject {
  return isDocument(about) ? { document: documentId(about) } : toEnd(about)
}

function isDocument(about: SampleMemo['about']): about is DocumentName {
  return about in voices
}
