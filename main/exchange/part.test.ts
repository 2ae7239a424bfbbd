import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Dataset } from './dataset.ts'
import { datasetReader, type Problem } from './formats/rejoinder-jsonl/dataset-reader.ts'
import { exchangeLines } from './formats/rejoinder-jsonl/lines.ts'
import { partOf } from './part.ts'
import { dataset as anyDataset } from './testing/dataset-arbitrary.ts'
import { tram } from './testing/tram.ts'

vi.setConfig({ testTimeout: 60_000 })

const ids = (things: readonly { id: string }[]): string[] => things.map(({ id }) => id)

function chosen(choice: { annotators?: string[]; documents?: string[] }) {
  return partOf(tram, {
    annotators: choice.annotators ? new Set(choice.annotators) : null,
    documents: choice.documents ? new Set(choice.documents) : null,
  })
}

function problemsOf(dataset: Dataset): Problem[] {
  const problems: Problem[] = []
  const reader = datasetReader((problem) => problems.push(problem))
  for (const line of exchangeLines(dataset)) reader.line(line)
  reader.end()
  return problems
}

describe('a part of a dataset', () => {
  it('is all of it when nothing is chosen', () => {
    expect(chosen({})).toEqual({ part: tram, leftOut: [] })
  })

  it('has the chosen documents, the work in them and what that refers to', () => {
    const { part } = chosen({ documents: ['statement'] })
    expect(ids(part.documents)).toEqual(['statement'])
    expect(ids(part.annotations)).toEqual(['pays', 'always'])
    expect(ids(part.annotators)).toEqual(['ada', 'ben'])
    expect(ids(part.speakers)).toEqual(['council'])
    expect(part.tags).toBe(tram.tags)
  })

  it('has the claims that its passages state or are linked to, and the links between what is in it', () => {
    const { part, leftOut } = chosen({ documents: ['statement'] })
    expect(ids(part.claims)).toEqual(['pays', 'loses'])
    expect(ids(part.links)).toEqual(['l4'])
    expect(ids(part.memos)).toEqual(['m1'])
    expect(leftOut).toEqual([{ what: 'links whose other end is outside the chosen part', count: 2 }])
  })

  it('has a link onto a link when that has all its ends', () => {
    expect(ids(chosen({ documents: ['statement', 'answer'] }).part.links)).toEqual(['l1', 'l2', 'l4'])
    expect(ids(chosen({ annotators: ['ben'] }).part.links)).toEqual([])
  })

  it('has the work of the chosen annotators in all documents', () => {
    const { part, leftOut } = chosen({ annotators: ['ben'] })
    expect(ids(part.annotators)).toEqual(['ben'])
    expect(ids(part.documents)).toEqual(['statement', 'answer'])
    expect(ids(part.annotations)).toEqual(['always', 'bus'])
    expect(ids(part.claims)).toEqual([])
    expect(leftOut).toEqual([{ what: 'links whose other end is outside the chosen part', count: 1 }])
  })

  it('is complete in itself, whatever is chosen of whatever dataset', () => {
    fc.assert(
      fc.property(anyDataset, fc.integer(), (dataset, choice) => {
        const some = (things: readonly { id: string }[], bit: number) =>
          (choice >> bit) & 1
            ? new Set(ids(things).filter((_, index) => (choice >> (bit + 1 + index)) & 1))
            : null
        const { part } = partOf(dataset, {
          annotators: some(dataset.annotators, 0),
          documents: some(dataset.documents, 8),
        })
        expect(problemsOf(part)).toEqual([])
      }),
    )
  })
})
