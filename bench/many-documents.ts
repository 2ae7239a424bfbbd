import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'

const words =
  'tram bridge council merchants survey noise garden rails harbour school market letter speech report'
const parts = words.split(' ')
const outlets = ['Gazette', 'Radio', 'Morning Post', 'Town Council', 'The Neighbours', 'Weekly Review']
const authors = ['A. Holm', 'B. Lind', 'C. Aas', 'D. Roy', 'E. Sato', 'F. Diaz', 'G. Orr']

/** Writes an exchange file of short documents with all kinds of metadata; the same for the same number. */
export function writeManyDocuments(path: string, count: number): void {
  const one = (of: readonly string[], seed: number) => of[(seed * 7919) % of.length]!
  const lines = [
    { type: 'project', format: 'rejoinder-jsonl', version: 1, name: 'Many', description: '' },
    ...Array.from({ length: count }, (_, index) => documentLine(index)),
  ]
  writeFileSync(path, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`)

  function documentLine(index: number) {
    const text = Array.from({ length: 12 + (index % 30) }, (_, at) => one(parts, index + at * 3)).join(' ')
    const day = new Date(Date.UTC(1950, 0, 1) + ((index * 7867) % 27_000) * 86_400_000)
    const title = `${one(parts, index)} ${one(parts, index + 5)} ${index + 1}`
    return {
      type: 'document',
      id: `document-${index}`,
      title: title[0]!.toUpperCase() + title.slice(1),
      metadata: {
        author: one(authors, index),
        outlet: one(outlets, index + 1),
        date: day.toISOString().slice(0, [10, 7, 4][index % 3]),
        language: index % 5 === 0 ? 'de' : 'en',
        archive: `Box ${index % 40}`,
        ...(index % 4 === 0 ? { collections: index % 8 === 0 ? 'Press; Field trip' : 'Press' } : {}),
      },
      status: (['to-do', 'in-progress', 'done'] as const)[index % 3],
      source: {
        name: `${index}.txt`,
        mediaType: 'text/plain',
        sha256: createHash('sha256').update(String(index)).digest('hex'),
      },
      blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
      marks: [],
      breaks: [],
      text,
    }
  }
}
