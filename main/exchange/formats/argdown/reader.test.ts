import { readdirSync, readFileSync } from 'node:fs'
import { InterpretationModes, argdown as parser } from '@argdown/core'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { busyTime } from '../../../../db/testing/busy-time.ts'
import { corpusPath, isInCorpus } from '../../testing/corpus.ts'
import { dataset } from '../../testing/dataset-arbitrary.ts'
import { reading, written } from '../../testing/written.ts'
import { sourceFiles } from '../testing/source-files.ts'
import { argdown } from './argdown.ts'
import { argdownAnnotations, argdownLinks } from './argdown-lines.ts'
import { type Member, readMap } from './map.ts'
import { argdownReader } from './reader.ts'

vi.setConfig({ testTimeout: 60_000 })

const read = (text: string, name = 'debate.argdown') =>
  argdownReader.read(sourceFiles(name, { '': text }), reading)

it('is refused before it is read where it is larger than can be read at once, with what to do', async () => {
  const source = { ...sourceFiles('debate.argdown', { '': '[A]: Trams pay.' }), sizeOf: () => 50_000_001 }
  const unread = { ...source, read: () => Promise.reject(new Error('it was read')) }
  await expect(argdownReader.read(unread, reading)).rejects.toThrow(
    '“debate.argdown” is larger than 50 MB, which is as much Argdown as can be read at once here: divide it into several files.',
  )
})

const debate = `===
title: The tram
author:
  - Ada
  - Ben
color: {a: 1}
===

# The debate

In this town people talk of trams. // Not of cars.

[Pays]: The 👍 tram *pays* for
itself. #money {source: "Report, p. 4", year: 2021}
  <- <Subsidy>: The city pays \\[half\\].
    <_ [Not half]: A third.
  +> [Stays]
  >< [Loses]
/* [Nobody]
  + <Says> */

<Fares>: Fares count, see [the list](https://x.org//y).

(1) Fares rise.
(2) [Pays]
--
Some rule
--
(3) [Stays]
  _ <Doubt>

  + <Lost>
`

describe('an argument map in Argdown', () => {
  it('becomes a text with passages, claims and links, an undercut a link onto a link', async () => {
    const { documents, claims, annotations, links, leftOut } = await read(debate.replaceAll('\n', '\r\n'))
    expect(documents).toMatchObject([
      { title: 'The tram', text: { text: debate }, metadata: new Map([['author', 'Ada; Ben']]) },
    ])
    expect(claims.map(({ statement, note }) => [statement, note])).toEqual([
      ['The 👍 tram pays for itself.', 'Pays'],
      ['The city pays [half].', 'Subsidy'],
      ['A third.', 'Not half'],
      ['Stays', ''],
      ['Loses', ''],
      ['Fares count, see the list.', 'Fares'],
      ['Fares rise.', ''],
      ['Doubt', ''],
      ['Lost', ''],
    ])
    expect(annotations.map(({ spans }) => debate.slice(spans![0]!.start, spans![0]!.end))).toEqual([
      'The 👍 tram *pays* for\nitself. #money',
      'The city pays \\[half\\].',
      'A third.',
      'Fares count, see [the list](https://x.org//y).',
      'Fares rise.',
    ])
    expect(annotations[0]!.attributes).toEqual(
      new Map<string, string | number>([
        ['tags', 'money'],
        ['source', 'Report, p. 4'],
        ['year', 2021],
      ]),
    )
    expect(links.map(({ id, linkType, target, note }) => [id, linkType, target, note])).toEqual([
      ['(8) +> <Fares>', 'supports', { claim: '<Fares>' }, ''],
      ['[Pays] +> <Fares>', 'supports', { claim: '<Fares>' }, ''],
      ['<Fares> +> [Stays]', 'supports', { claim: '[Stays]' }, 'Some rule'],
      ['<Subsidy> -> [Pays]', 'rebuts', { claim: '[Pays]' }, ''],
      ['[Not half] _> <Subsidy>', 'undercuts', { link: '<Subsidy> -> [Pays]' }, ''],
      ['[Pays] +> [Stays]', 'supports', { claim: '[Stays]' }, ''],
      ['[Pays] >< [Loses]', 'counter-claim', { claim: '[Loses]' }, ''],
      ['<Doubt> _> [Stays]', 'undercuts', { link: '<Fares> +> [Stays]' }, ''],
    ])
    expect(leftOut).toEqual([
      { what: 'settings in the front matter', count: 1 },
      { what: 'paragraphs that are no part of an argument', count: 1 },
      { what: 'relations without anything above them', count: 1 },
    ])
  })

  it('keeps what is called as an object has members', async () => {
    const { claims, links } = await read('[toString]: A.\n  + [constructor]\n  - <__proto__>: B.\n')
    expect(claims.map(({ statement }) => statement)).toEqual(['A.', 'constructor', 'B.'])
    expect(links).toHaveLength(2)
  })

  it.each([
    ['', /“x.argdown” holds no statement/],
    ['\n\n', /no statement/],
    ['// Nothing.', /no statement/],
  ])('is refused where there is none: %j', async (text, message) => {
    await expect(read(text, 'x.argdown')).rejects.toThrow(message)
  })

  it('is told from Markdown and other texts by more than its signs', async () => {
    const recognises = (name: string, text: string) =>
      argdownReader.recognises(sourceFiles(name, { '': text }))
    expect(await recognises('a.argdown', '[A]: b')).toBe(true)
    expect(await recognises('a.txt', debate)).toBe(true)
    expect(await recognises('a.argdown', 'Only words.')).toBe(false)
    expect(await recognises('a.md', '- [a](b)\n  - [b][a]\n\n[a]: http://x.org\n')).toBe(false)
    expect(await recognises('a.html', '<p>: x\n  -> [b]')).toBe(false)
  })

  it.each([
    '[',
    '<',
    '{',
    '{"',
    '[a](',
    '/*',
    '<!--',
    '@<',
    '#(',
    '\\',
    '- ',
    '*',
    '(1) a\n--\n',
    '  - a\n',
    '_',
  ])('is read in time however often %j stands in it', async (piece) => {
    const busyMs = busyTime()
    await read(`[A]: b\n${piece.repeat(200_000 / piece.length)}`)
    expect(busyMs()).toBeLessThan(5000)
  })

  it('takes any sign of a line end but the line’s own for a part of the rule', async () => {
    const map = '[A]: a\n\n(1) b\n--\u2028 A rule --\n(2) c\n'
    expect((await read(map)).documents).toHaveLength(1)
  })

  it('takes data behind a title for the words of it, and counts what has none', async () => {
    const { annotations, leftOut } = await read(
      '[A] {year: 2020, source: "here"}\n\n[A]: b {source: "there"}\n  + [C] {x: 1}\n  - <D> {y: 2}\n',
    )
    expect(annotations.map(({ attributes }) => attributes)).toEqual([
      new Map<string, string | number>([
        ['source', 'there'],
        ['year', 2020],
      ]),
    ])
    expect(leftOut).toEqual([{ what: 'data blocks behind titles that have no words of their own', count: 2 }])
  })

  it('of ours is written again as it was, byte for byte, where the texts are at hand', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, async (original) => {
        const first = await written(argdown.writer!, original)
        const text = String(first.content[''])
        const incoming = await read(text)
        const oursOf = (kind: 'annotation' | 'document') =>
          new Map(
            [...((first.readAs.get(kind) ?? []) as ReadonlyMap<string, string[]>)].map(([ours, [theirs]]) => [
              theirs!,
              ours,
            ]),
          )
        const [annotationOf, documentOf] = [oursOf('annotation'), oursOf('document')]
        const placed = new Map(original.annotations.map((annotation) => [annotation.id, annotation]))
        const places = new Map(original.annotations.map(({ id }, place) => [id, place]))
        const again = await written(argdown.writer!, {
          ...incoming,
          project: original.project,
          documents: incoming.documents.map((document) => ({
            ...document,
            source: { name: '', mediaType: '', sha256: '' },
          })),
          annotations: incoming.annotations
            .map((annotation) => ({
              ...annotation,
              spans: placed.get(annotationOf.get(annotation.id)!)!.spans,
            }))
            .toSorted((a, b) => places.get(annotationOf.get(a.id)!)! - places.get(annotationOf.get(b.id)!)!),
          textOf: (id) => original.textOf(documentOf.get(id)!),
        })
        expect(String(again.content[''])).toBe(text)
      }),
      { numRuns: 60 },
    )
  })

  it('of ours says again which claims, passages and links there are, and which belong together', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, async (data) => {
        const { content, readAs } = await written(argdown.writer!, data)
        fc.pre(data.claims.length + argdownAnnotations(data).length > 0)
        const { claims, annotations, links, documents } = await read(String(content['']))
        const theirs = (kind: 'claim' | 'annotation' | 'link', id: string) => readAs.get(kind)!.get(id)![0]!
        expect(claims.map(({ id }) => id).toSorted()).toEqual(
          data.claims.map(({ id }) => theirs('claim', id)).toSorted(),
        )
        const stated = new Map(annotations.map(({ id, claim }) => [id, claim]))
        const ours = argdownAnnotations(data)
        expect(stated).toEqual(
          new Map(ours.map(({ id, claim }) => [theirs('annotation', id), claim && theirs('claim', claim)])),
        )
        const quotes = new Map(annotations.map(({ id, quote }) => [id, quote]))
        for (const { id, document, spans } of ours) {
          const { text } = data.textOf(document)
          expect(quotes.get(theirs('annotation', id))).toEqual(
            spans.map(({ start, end }) => text.slice(start, end)),
          )
        }
        expect(documents.every(({ text }) => text === null)).toBe(true)
        const claimOf = new Map(ours.map(({ id, claim }) => [id, claim]))
        const end = (one: (typeof data.links)[number]['source']) => {
          if ('link' in one) return { link: theirs('link', one.link) }
          const claim = 'claim' in one ? one.claim : claimOf.get(one.annotation)
          return claim
            ? { claim: theirs('claim', claim) }
            : { annotation: theirs('annotation', (one as { annotation: string }).annotation) }
        }
        const ends = new Map(links.map(({ id, source, target }) => [id, { source, target }]))
        expect(ends).toEqual(
          new Map(
            argdownLinks(data).map(({ id, source, target }) => [
              theirs('link', id),
              { source: end(source), target: end(target) },
            ]),
          ),
        )
      }),
      { numRuns: 60 },
    )
  })
})

interface Judged {
  title: string
  argumentTitle?: string
  members?: { text?: string }[]
}
interface Parsed {
  parserErrors?: unknown[]
  statements: Record<string, Judged>
  arguments: Record<string, Judged>
  relations: { relationType: string; from: Judged; to: Judged }[]
}

const words = (text: string): string => text.replace(/\s+/g, ' ').trim()
const kinds: Record<string, string> = {
  contradictory: 'contradiction',
  entails: 'support',
  contrary: 'attack',
}

describe.skipIf(!isInCorpus('formats/argdown'))('the maps of the corpus', () => {
  const files = isInCorpus('formats/argdown')
    ? readdirSync(corpusPath('formats/argdown')).filter((name) => /\.(?:argdown|ad)$/.test(name))
    : []

  it.each(files)('%s comes in, with the relations that its own parser finds', async (name) => {
    const bytes = readFileSync(corpusPath('formats/argdown', name))
    const { annotations, documents } = await argdownReader.read(sourceFiles(name, { '': bytes }), reading)
    for (const { spans, quote } of annotations) {
      expect(documents[0]!.text!.text.slice(spans![0]!.start, spans![0]!.end)).toBe(quote![0])
    }
    const judged = parser.run({
      ...{ process: ['parse-input', 'build-model'], input: String(bytes), logLevel: 'silent' },
      ...{
        model: { mode: InterpretationModes.LOOSE, transformArgumentRelations: false },
        throwExceptions: false,
      },
    }) as unknown as Parsed
    // Fragments may be broken for their own parser; examples are not.
    if ((judged.parserErrors ?? []).length > 0) {
      expect(name).not.toMatch(/examples__/)
      return
    }
    const theirs = (thing: Judged): string =>
      thing.argumentTitle ??
      (/^Untitled \d+$/.test(thing.title) ? words(thing.members?.[0]?.text ?? '') : thing.title)
    const ours = (thing: Member | null): string => (thing?.title || thing?.wordings[0]?.words) ?? ''
    const map = readMap(String(bytes).replaceAll('\r', ''))
    expect(
      map.relations
        .map(({ kind, from, to }) => [kind, ours(from), ours('title' in to ? to : to.argument)].join(' | '))
        .toSorted(),
    ).toEqual(
      judged.relations
        .map(({ relationType, from, to }) =>
          [kinds[relationType] ?? relationType, theirs(from), theirs(to)].join(' | '),
        )
        .toSorted(),
    )
  })
})
