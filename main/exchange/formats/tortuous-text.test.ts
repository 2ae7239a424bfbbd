import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type * as Data from '../dataset.ts'
import { filesOnDisk } from '../source/on-disk.ts'
import { sourceFiles } from '../source/source-files.ts'
import { unpacked } from '../source/zip-files.ts'
import { tram } from '../testing/tram.ts'
import type { FormatWriter } from './annotation-format.ts'
import { annotationFormats } from './index.ts'

// Stretches that every way of counting counts differently, each annotated, and what stands between them.
const words = [
  ...[
    '👩‍🔬 says',
    'cafe\u0301',
    'é',
    'הטענה חלשה',
    'الحجة',
    '\u202eright to left\u202c',
    '論点は𠮷野家',
    'ก็ดี',
    '🇺🇦👍🏽',
  ],
  ...['𝒜𝓑𝒞', 'ﬁ ﬂ', '“quoted” & <b>bold</b>', 'a\u00a0b', 'zero\u200bwidth', 'ma\ufeffrk', 'last\u00ad.'],
]
const text = words.map((word, index) => `${'😀'.repeat(index % 3)}\t${word}  ,`).join('\n')
const annotated = words.map((word) => ({ word, start: text.indexOf(word) }))

const dataset: Data.Dataset = {
  ...tram,
  ...{ speakers: [], claims: [], links: [], memos: [] },
  documents: [{ ...tram.documents[0]!, title: 'Tortuous' }],
  annotations: annotated
    .toSorted((a, b) => a.start - b.start)
    .map(({ word, start }, index) => ({
      ...tram.annotations[0]!,
      ...{
        id: `a${index}`,
        document: 'statement',
        annotator: 'ada',
        tag: 'claim',
        claim: null,
        speaker: null,
      },
      ...{ spans: [{ start, end: start + word.length }], attributes: new Map(), note: '', confidence: null },
    })),
  textOf: () => {
    let at = 0
    const blocks = text.split('\n').map((line) => {
      const block = { kind: 'paragraph' as const, start: at, end: at + line.length }
      at = block.end + 1
      return block
    })
    return { text, blocks, marks: [], breaks: [] }
  },
}

/** For formats that hold passages only where they state something. */
const stated: Data.Dataset = {
  ...dataset,
  claims: [tram.claims[0]!],
  annotations: dataset.annotations.map((one) => ({ ...one, claim: tram.claims[0]!.id })),
}

type Unit = 'utf16' | 'code points'

/** Where each format writes the offsets of a passage (or of a word, with it), and what its readers count in. */
const offsets: Record<string, { unit: Unit; pattern: RegExp; isLength?: true; isWord?: true }> = {
  brat: { unit: 'code points', pattern: /^T\d+\t\S+ (\d+) (\d+)\t/gm },
  'refi-qda': {
    unit: 'code points',
    pattern: /<PlainTextSelection[^>]* startPosition="(\d+)" endPosition="(\d+)"/g,
  },
  'web-annotation': { unit: 'code points', pattern: /"TextPositionSelector","start":(\d+),"end":(\d+)/g },
  'label-studio': { unit: 'utf16', pattern: /"start":(\d+),"end":(\d+)/g },
  doccano: { unit: 'code points', pattern: /\[(\d+),(\d+),"/g },
  prodigy: { unit: 'code points', pattern: /"start":(\d+),"end":(\d+),"label"/g },
  tei: { unit: 'code points', pattern: /#string-range\([^,()]+,(\d+),(\d+)\)/g, isLength: true },
  'uima-xmi': { unit: 'utf16', pattern: /<custom:Passage [^>]* begin="(\d+)" end="(\d+)"/g },
  'uima-json': {
    unit: 'utf16',
    pattern: /"%TYPE":"webanno\.custom\.Passage"[^}]*"begin":(\d+),"end":(\d+)/g,
  },
  'webanno-tsv': { unit: 'utf16', pattern: /^\d+-\d+(?:\.\d+)?\t(\d+)-(\d+)\t([^\t]*)/gm, isWord: true },
  aif: { unit: 'code points', pattern: /"spans":\[\[(\d+),(\d+)\]\]/g },
  xaif: { unit: 'code points', pattern: /"spans":\[\[(\d+),(\d+)\]\]/g },
}
/** Rows that name tags, and maps, which have no offsets. */
const withoutOffsets = ['conll', 'argdown']

async function written(writer: FormatWriter, name: string) {
  const folder = await mkdtemp(join(tmpdir(), 'rejoinder-tortuous-'))
  const to = join(folder, name)
  await writer.write(name.endsWith('.argdown') ? stated : dataset, to, {
    signal: new AbortController().signal,
    progress: () => {},
  })
  const files = await filesOnDisk(to)
  const source = await unpacked(sourceFiles({ ...files, name }))
  return {
    source,
    async gone() {
      await files.close()
      await rm(folder, { recursive: true })
    },
  }
}

const both = annotationFormats.filter(({ reader, writer }) => reader && writer)

it.each(both.map((format) => [format.name, format] as const))(
  '%s gives every stretch of a tortuous text back, counted as its readers count',
  async (name, { writer, reader, makes, endings }) => {
    const { source, gone } = await written(writer!, `study${makes === 'file' ? `.${endings[0]}` : ''}`)
    try {
      const { documents, annotations } = await reader!.read(source, { signal: undefined, progress: () => {} })
      const content =
        documents.find(({ text }) => text?.text.includes('café'.normalize('NFD')))?.text?.text ?? text
      const said = annotations.map(({ spans, quote }) =>
        spans ? spans.map(({ start, end }) => content.slice(start, end)).join('|') : quote!.join('|'),
      )
      expect(said.toSorted()).toEqual(words.toSorted())

      const known = offsets[name]
      expect(known === undefined).toBe(withoutOffsets.includes(name))
      if (!known) return
      const units = known.unit === 'utf16' ? text.split('') : [...text]
      const found: string[] = []
      for (const path of source.paths) {
        const written = new TextDecoder().decode(await source.read(path))
        for (const [, start, end, word] of written.matchAll(known.pattern)) {
          const stretch = units
            .slice(Number(start), known.isLength ? Number(start) + Number(end) : Number(end))
            .join('')
          if (known.isWord) expect(stretch).toBe(word!.replace(/\\(.)/g, '$1'))
          found.push(stretch)
        }
      }
      const own = [...new Set(found)].toSorted()
      if (known.isWord) expect(own).toEqual(expect.arrayContaining(['👩‍🔬', '𝒜𝓑𝒞', 'quoted']))
      else expect(own).toEqual(words.toSorted())
    } finally {
      await gone()
    }
  },
)
