import type { SchemaElement } from 'hyparquet'
import type { Column } from './columns.ts'

/** The columns as Parquet lays them down; lists in the form of three levels that all readers know. */
export function parquetSchema(columns: readonly Column[]): SchemaElement[] {
  return [{ name: 'schema', num_children: columns.length }, ...columns.flatMap(elementsOf)]
}

function elementsOf(column: Column): SchemaElement[] {
  const { name, isList, isOptional } = column
  const repetition_type = isOptional ? 'OPTIONAL' : 'REQUIRED'
  if (!isList) return elementsOfValue(column, name, repetition_type)
  return [
    { name, repetition_type, converted_type: 'LIST', logical_type: { type: 'LIST' }, num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    ...elementsOfValue(column, 'element', 'REQUIRED'),
  ]
}

function elementsOfValue(
  { holds }: Column,
  name: string,
  repetition_type: 'OPTIONAL' | 'REQUIRED',
): SchemaElement[] {
  switch (holds) {
    case 'text':
      return [
        {
          ...{ name, repetition_type, type: 'BYTE_ARRAY', converted_type: 'UTF8' },
          logical_type: { type: 'STRING' },
        },
      ]
    case 'whole':
      return [{ name, repetition_type, type: 'INT32' }]
    case 'number':
      return [{ name, repetition_type, type: 'DOUBLE' }]
    case 'truth':
      return [{ name, repetition_type, type: 'BOOLEAN' }]
    default:
      return [{ name, repetition_type, num_children: holds.length }, ...holds.flatMap(elementsOf)]
  }
}
