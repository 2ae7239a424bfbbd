import type { FileChoices } from '../preload/contract/file-reading.ts'
import { WrongWords } from './wrong-words.ts'

/** The words of a command that say how files are read. */
export interface ReadingOptions {
  turns?: boolean
  wholePage?: boolean
  textColumn?: string
  /** Each as `column=field`. */
  meta?: string[]
  sheet?: string
}

/** How files are read, as the options say. */
export function choicesFrom({
  turns,
  wholePage,
  textColumn,
  meta,
  sheet,
}: ReadingOptions): Omit<FileChoices, 'encoding'> {
  const fields = (meta ?? []).map((words) => {
    const [column, field, ...rest] = words.split('=')
    if (!column || !field || rest.length > 0)
      throw new WrongWords(`“${words}” does not say which column is which field: write column=field.`)
    return [column, field] as const
  })
  const isNamed = textColumn !== undefined || fields.length > 0
  const named = isNamed ? { text: textColumn ?? null, fields: Object.fromEntries(fields) } : null
  return {
    page: wholePage ? 'whole' : null,
    turns: turns ?? null,
    table:
      isNamed || sheet !== undefined
        ? { separator: null, hasHead: isNamed ? true : null, uses: null, named, sheet: sheet ?? null }
        : null,
  }
}
