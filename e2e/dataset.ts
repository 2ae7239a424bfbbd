import { readFileSync } from 'node:fs'
import { expect } from './app.ts'

type Line = Record<string, unknown> & { type: string }
interface Offsets {
  start: number
  end: number
}

/** The lines of an exchange file of one kind, as a program of somebody else would read them. */
export function readLines<T = Line>(path: string, type: string): T[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as Line).filter((line) => line.type === type) as T[]
}

/**
 * Checks every place of an exchange file against its text, in code points and in UTF-16, and returns the quotes.
 * Knows nothing of the program.
 */
export function quotesThatFit(path: string): string[] {
  const texts = new Map(
    readLines<{ id: string; text: string }>(path, 'document').map(({ id, text }) => [id, text]),
  )
  const annotations = readLines<{ document: string; spans: Offsets[]; utf16: Offsets[]; quote: string[] }>(
    path,
    'annotation',
  )
  return annotations.flatMap(({ document, spans, utf16, quote }) => {
    const text = texts.get(document) ?? ''
    const points = Array.from(text)
    expect(spans.map(({ start, end }) => points.slice(start, end).join(''))).toEqual(quote)
    expect(utf16.map(({ start, end }) => text.slice(start, end))).toEqual(quote)
    return quote
  })
}
