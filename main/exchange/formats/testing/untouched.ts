import { expect } from 'vitest'
import type { Kind } from '../../../../db/repositories/dataset.ts'
import type { Dataset } from '../../dataset.ts'
import type { TouchingLoss, WrittenFiles } from '../annotation-format.ts'

const lists: readonly [Kind, keyof Dataset & string][] = [
  ['annotator', 'annotators'],
  ['speaker', 'speakers'],
  ['tag', 'tags'],
  ['link_type', 'linkTypes'],
  ['document', 'documents'],
  ['claim', 'claims'],
  ['annotation', 'annotations'],
  ['link', 'links'],
  ['memo', 'memos'],
]

/** Expects every record that no loss names to have come back as it was, but for the ids that are said to change. */
export function expectUntouchedSame(
  before: Dataset,
  after: Dataset,
  losses: readonly TouchingLoss[],
  readAs: WrittenFiles['readAs'],
): void {
  const touched = losses.flatMap(({ touches }) => touches)
  const lost = new Set(touched.flatMap(({ kind, ids }) => ids.map((id) => `${kind} ${id}`)))
  const idOf = (kind: Kind, id: string): string => [readAs.get(kind)?.get(id) ?? id].flat()[0] ?? id
  const fields: Record<string, Kind> = {
    document: 'document',
    annotator: 'annotator',
    tag: 'tag',
    claim: 'claim',
    speaker: 'speaker',
    annotation: 'annotation',
    link: 'link',
    linkType: 'link_type',
    parent: 'tag',
  }
  const translated = (record: object): object =>
    Object.fromEntries(
      Object.entries(record).map(([field, value]) => {
        const kind = fields[field]
        if (kind && typeof value === 'string') return [field, idOf(kind, value)]
        const isEnd = field === 'source' || field === 'target' || field === 'about'
        return isEnd && typeof value === 'object' ? [field, translated(value)] : [field, value]
      }),
    )
  for (const [kind, list] of lists) {
    const there = new Map((after[list] as { id: string }[]).map((record) => [record.id, record]))
    for (const record of before[list] as { id: string }[]) {
      if (lost.has(`${kind} ${record.id}`)) continue
      const id = idOf(kind, record.id)
      expect({ kind, ...there.get(id) }).toEqual({ kind, ...translated(record), id })
      if (kind === 'document') expect(after.textOf(id)).toEqual(before.textOf(record.id))
    }
  }
}
