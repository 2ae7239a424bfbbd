import type { ColumnUse } from '../../../preload/contract/file-reading.ts'
import type { Choice } from '../../ui/choice.ts'

const known: readonly (readonly [field: string, title: string])[] = [
  ['author', 'Author'],
  ['date', 'Date'],
  ['language', 'Language'],
  ['outlet', 'Outlet'],
  ['url', 'Web address'],
]

/** A use as the key of a choice; of the fields those known by name, others as they are called. */
export function idOfUse(use: ColumnUse): string {
  return use.as === 'field' ? `field:${use.field}` : use.as
}

export function fromId(id: string): ColumnUse {
  if (id.startsWith('field:')) return { as: 'field', field: id.slice('field:'.length) }
  return { as: id === 'text' || id === 'title' ? id : 'nothing' }
}

/** What a column can be; a field of its own is called as the column is, or numbered as in `use`. */
export function choicesFor(name: string, use: ColumnUse = { as: 'nothing' }): Choice<string>[] {
  const isOwn = use.as === 'field' && !known.some(([field]) => field === use.field)
  const own = isOwn ? use.field : name.slice(0, 100)
  const isKnown = known.some(([field]) => field === own)
  return [
    { id: 'text', title: 'The text' },
    { id: 'title', title: 'Title' },
    ...known.map(([field, title]) => ({ id: `field:${field}`, title })),
    ...(isKnown ? [] : [{ id: `field:${own}`, title: `Field “${own}”` }]),
    { id: 'nothing', title: 'Left out' },
  ]
}

const names: Readonly<Record<string, string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Bar |',
}

export function separators(current: string): Choice<string>[] {
  const all = Object.hasOwn(names, current) ? Object.keys(names) : [current, ...Object.keys(names)]
  return all.map((id) => ({ id, title: names[id] ?? id }))
}
