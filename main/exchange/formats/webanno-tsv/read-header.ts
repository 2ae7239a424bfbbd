import { chainRelation, chainType, type TsvColumn, type TsvLayer } from './tsv-document.ts'

const kinds: Readonly<Record<string, TsvLayer['kind']>> = { SP: 'span', RL: 'relation', CH: 'chain' }

/** A layer as a line of the header declares it; undefined where it declares none that is known. */
export function layerIn(line: string): TsvLayer | undefined {
  const [, code, rest] = /^#T_(SP|RL|CH)=(.*)$/.exec(line) ?? []
  if (code === undefined) return undefined
  const [type, ...fields] = rest!
    .split('|')
    .map((field) => field.trim())
    .filter((field) => field !== '')
  if (type === undefined) return undefined
  const kind = kinds[code]!
  const columns: TsvColumn[] = []
  for (const field of fields) {
    const column = columnOf(kind, field, columns.at(-1))
    if (!column) return undefined
    columns.push(column)
  }
  return { kind, type, columns: columns.length > 0 ? columns : [{ kind: 'placeholder' }] }
}

function columnOf(
  kind: TsvLayer['kind'],
  field: string,
  before: TsvColumn | undefined,
): TsvColumn | undefined {
  const slot = kind === 'span' ? /^ROLE_[^:]*:([^_]+)_(.+)$/.exec(field) : null
  if (slot) return { kind: 'roles', feature: slot[1]!, linkType: slot[2]! }
  if (kind === 'relation' && field.startsWith('BT_')) return { kind: 'source', baseType: field.slice(3) }
  if (kind === 'chain' && field === chainType) return { kind: 'chain-type' }
  if (kind === 'chain' && field === chainRelation) return { kind: 'chain-link' }
  if (kind === 'span' && field.includes('.')) {
    return before?.kind === 'roles'
      ? { kind: 'targets', feature: before.feature, targetType: field }
      : undefined
  }
  return { kind: 'value', feature: field }
}
