/** What a value of a column is. A record has columns of its own. */
export type Holds = 'text' | 'whole' | 'number' | 'truth' | readonly Column[]

/** A column of a table that is published: the one place that JSON, Parquet, Croissant and the card take it from. */
export interface Column {
  name: string
  holds: Holds
  isList?: true
  /** Null where there is nothing to say. A list is never null unless this is set. */
  isOptional?: true
  /** For the card: what it means, with its unit. */
  means: string
}

export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value }

/** The values of a row by the names of the columns, in their order. */
export type Row = Readonly<Record<string, Value>>

export interface TableShape {
  name: string
  /** What a row is, for the card. */
  means: string
  /** Whether its rows are parted into train, dev and test. */
  isSplit: boolean
  columns: readonly Column[]
}

export const splitNames = ['train', 'dev', 'test'] as const
export type SplitName = (typeof splitNames)[number]

/** The files of a table in one of the two kinds, below the folder. What is not parted is one file. */
export function filesOf({ name, isSplit }: Pick<TableShape, 'name' | 'isSplit'>, kind: 'jsonl' | 'parquet') {
  return isSplit
    ? splitNames.map((split) => ({ split, file: `${kind}/${name}/${split}.${kind}` }))
    : [{ split: null, file: `${kind}/${name}.${kind}` }]
}
