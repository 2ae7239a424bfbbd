import type { ReactNode } from 'react'
import type { Key } from 'react-aria-components'

export interface Choice<T extends Key> {
  id: T
  title: string
  /** What finds it where one types its first letters; otherwise its title. */
  typed?: string
  /** A second line. */
  description?: string
  /** Before the title, as a tag’s swatch. */
  sign?: ReactNode
  /** Other words that find it where one types. */
  also?: readonly string[]
}

export interface SelectProps<T extends Key> {
  label?: string
  'aria-label'?: string
  choices: readonly Choice<T>[]
  value: T | null
  onChange: (value: T) => void
  placeholder?: string
  description?: ReactNode
  isDisabled?: boolean
}

/** All that a choice may be found by. */
export const wordsOf = ({ title, description = '', also = [] }: Choice<Key>): string =>
  [title, description, ...also].join(' ')
