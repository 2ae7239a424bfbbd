import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import type * as Data from '../dataset.ts'
import { filesOnDisk } from '../source/on-disk.ts'
import { sourceFiles } from '../source/source-files.ts'
import { unpacked } from '../source/zip-files.ts'
import { tram } from '../testing/tram.ts'
import type { AnnotationFormat, Incoming } from './annotation-format.ts'
import { annotationFormats } from './index.ts'

vi.setConfig({ testTimeout: 60_000 })

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** What a text may hold and files choke on: controls, marks that are not seen, ends of lines, what stands for nothing. */
const characters = [
  ...[...range(0x00, 0x1f), ...range(0x7f, 0x9f)].filter((code) => code !== 0x0a && code !== 0x0d),
  ...[0x00a0, 0x00ad, 0x034f, 0x061c, 0x115f, 0x180e, 0x1680],
  ...[...range(0x2000, 0x200f), ...range(0x2028, 0x202f), ...range(0x205f, 0x206f)],
  ...[0x3000, 0x3164, 0xe000, 0xf8ff, 0xfdd0, 0xfe0f, 0xfeff, 0xfff9, 0xfffc, 0xfffd, 0xfffe, 0xffff],
  ...[0x10000, 0x1d400, 0x1f469, 0x1fffe, 0x20bb7, 0xe0001, 0xe0067, 0xe0100, 0xf0000, 0x10fffd, 0x10ffff],
].map((code) => String.fromCodePoint(code))

const nameOf = (character: string) => `U+${character.codePointAt(0)!.toString(16).padStart(4, '0')}`

/** A text for each character, with a passage around it and one that has it in its note; ids tell which is which. */
const dataset: Data.Dataset = {
  ...tram,
  ...{ speakers: [], claims: [], links: [], memos: [] },
  documents: characters.map((character) => ({
    ...tram.documents[0]!,
    ...{ id: nameOf(character), title: `Text ${nameOf(character)}`, metadata: new Map() },
  })),
  annotations: characters.flatMap((character) => {
    const name = nameOf(character)
    const shared = {
      ...tram.annotations[0]!,
      ...{ document: name, annotator: 'ada', tag: 'claim', claim: null, speaker: null },
      ...{ attributes: new Map(), confidence: null },
    }
    const text = textWith(character)
    const [start, end] = [text.indexOf('in'), text.indexOf('it') + 2]
    return [
      { ...shared, id: `${name} text`, spans: [{ start, end }], note: '' },
      {
        ...{ ...shared, id: `${name} note`, note: `a${character}b` },
        spans: [{ start: text.length - 4, end: text.length }],
      },
    ]
  }),
  textOf: (id) => {
    const text = textWith(characters.find((character) => nameOf(character) === id)!)
    return { text, blocks: [{ kind: 'paragraph', start: 0, end: text.length }], marks: [], breaks: [] }
  },
}

function textWith(character: string): string {
  return `${nameOf(character)} in ${character}it, and${character} last`
}

async function readBack({ writer, reader, makes, endings }: AnnotationFormat): Promise<Incoming> {
  const folder = await mkdtemp(join(tmpdir(), 'rejoinder-characters-'))
  try {
    const name = `study${makes === 'file' ? `.${endings[0]}` : ''}`
    const to = join(folder, name)
    await writer!.write(dataset, to, { signal: new AbortController().signal, progress: () => {} })
    const files = await filesOnDisk(to)
    const source = await unpacked(sourceFiles({ ...files, name }))
    const incoming = await reader!.read(source, { signal: undefined, progress: () => {} })
    await files.close()
    return incoming
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Formats of arguments hold no texts and only passages that argue: their own tests are for them. */
const withTexts = annotationFormats.filter(
  ({ name, reader, writer }) => reader && writer && !['aif', 'xaif', 'argdown'].includes(name),
)

it.each(withTexts.map((format) => [format.name, format] as const))(
  '%s gives each character back, or says that it cannot',
  async (_, format) => {
    const losses = format.writer!.losses(dataset)
    // What a format lacks for all alike says nothing of a character; it may hold no notes at all.
    const lost = new Set(
      losses
        .map(({ what, touches }) => ({ what, ids: touches.flatMap(({ ids }) => ids) }))
        .filter(({ what, ids }) => ids.length < characters.length || what === 'notes on annotations')
        .flatMap(({ ids }) => ids),
    )
    const { documents, annotations } = await readBack(format)
    const said = new Map<string, string[]>()
    for (const { spans, document, note } of annotations) {
      const text = documents.find(({ id }) => id === document)?.text?.text ?? ''
      const words = spans?.map(({ start, end }) => text.slice(start, end)).join('|') ?? ''
      said.set(text.slice(0, text.indexOf(' ')), [
        ...(said.get(text.slice(0, text.indexOf(' '))) ?? []),
        `${words} ${note}`,
      ])
    }
    const texts = new Set(documents.map(({ text }) => text?.text))
    const missing: string[] = []
    for (const character of characters) {
      const name = nameOf(character)
      const text = textWith(character)
      if (!lost.has(name) && !texts.has(text)) missing.push(`${name}: its text`)
      const passage = `${text.slice(text.indexOf('in'), text.indexOf('it') + 2)} `
      if (!lost.has(name) && !lost.has(`${name} text`) && !said.get(name)?.includes(passage))
        missing.push(`${name}: the passage`)
      if (!lost.has(name) && !lost.has(`${name} note`) && !said.get(name)?.includes(`last a${character}b`))
        missing.push(`${name}: the note`)
    }
    expect(missing).toEqual([])
  },
)
