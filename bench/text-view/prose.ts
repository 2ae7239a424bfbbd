import type { AnnotationColumns } from '../../preload/contract/annotation.ts'
import type { DocumentText } from '../../preload/contract/document.ts'
import { DocumentId, RevisionId } from '../../preload/contract/ids.ts'
import type { Block } from '../../preload/contract/text.ts'

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32, Tommy Ettinger). */
export function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const vocabulary = (
  'the of and to in a that is was he for it with as his on be at by this had not are but from or have an they ' +
  'which one you were all her she there would their we him been has when who will no more if out so said what up ' +
  'its about than into them can only other time new some could these two may first then do any like my now over ' +
  'council line city river station budget estimate committee report hearing evidence witness argument statement ' +
  'decision proposal neighbour traffic contract engineer figures however therefore because although according'
).split(' ')

/** Prose of about 90 words a paragraph, with a heading now and then. */
export function proseOf(words: number): DocumentText {
  const random = numbers(words)
  const blocks: Block[] = []
  const texts: string[] = []
  let start = 0
  const add = (text: string, block: { kind: 'paragraph' } | { kind: 'heading'; level: number }) => {
    blocks.push({ ...block, start, end: start + text.length })
    texts.push(text)
    start += text.length + 1
  }
  for (let written = 0; written < words; ) {
    if (blocks.length % 40 === 0) add(sentence(random, 5).slice(0, -1), { kind: 'heading', level: 2 })
    const count = 60 + Math.floor(random() * 60)
    const sentences: string[] = []
    for (let left = count; left > 0; ) {
      const length = Math.min(left, 8 + Math.floor(random() * 20))
      sentences.push(sentence(random, length))
      left -= length
    }
    add(sentences.join(' '), { kind: 'paragraph' })
    written += count
  }
  return {
    id: DocumentId.parse(1),
    revisionId: RevisionId.parse(1),
    title: 'Generated prose',
    language: 'en',
    text: texts.join('\n'),
    blocks,
    marks: [],
    breaks: [],
  }
}

function sentence(random: () => number, length: number): string {
  const words = Array.from({ length }, () => vocabulary[Math.floor(random() * vocabulary.length)]!)
  const text = words.join(' ')
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`
}

/** Annotations of 3 to 60 words; three in ten begin inside the one before, some cross paragraphs. */
export function annotationsOver({ text }: DocumentText, count: number, tagCount: number): AnnotationColumns {
  const random = numbers(count)
  const step = text.length / count
  const spans = Array.from({ length: count }, (_, i) => {
    const overlaps = random() < 0.3
    const from = Math.floor(overlaps && i > 0 ? (i - 0.7) * step : i * step)
    const start = wordStart(text, Math.min(from, text.length - 400))
    const length = Math.floor((3 + random() * random() * 57) * 5.6)
    return { start, end: wordEnd(text, start + length) }
  }).sort((a, b) => a.start - b.start || b.end - a.end)
  return {
    annotation: Int32Array.from(spans, (_, i) => i + 1),
    start: Int32Array.from(spans, (span) => span.start),
    end: Int32Array.from(spans, (span) => span.end),
    tag: Int32Array.from(spans, () => 1 + Math.floor(random() * tagCount)),
    annotator: new Int32Array(count).fill(1),
    claim: new Int32Array(count),
  }
}

function wordStart(text: string, at: number): number {
  let start = Math.max(0, at)
  while (start > 0 && !/\s/.test(text[start - 1]!)) start--
  return start
}

function wordEnd(text: string, at: number): number {
  let end = Math.min(at, text.length)
  while (end < text.length && !/\s/.test(text[end]!)) end++
  return end
}
