import { z } from 'zod'

/** What a column of a table of texts becomes: the text itself, the title, a field of the metadata, or nothing (''). */
export const ColumnUse = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('text') }),
  z.strictObject({ as: z.literal('title') }),
  z.strictObject({ as: z.literal('field'), field: z.string().min(1).max(100) }),
  z.strictObject({ as: z.literal('nothing') }),
])
export type ColumnUse = z.infer<typeof ColumnUse>

/** How a table is read. What is null is found out. */
export const TableChoice = z.strictObject({
  /** For text tables: the sign between cells. */
  separator: z.string().length(1).nullable().default(null),
  /** Whether the first row names the columns. */
  hasHead: z.boolean().nullable().default(null),
  /** One for each column, from the left. */
  uses: z.array(ColumnUse).max(1000).nullable().default(null),
  /** Columns by their heads, for tables that nobody looks at: the text, and what others become (`title` or a field). */
  named: z
    .strictObject({ text: z.string().nullable(), fields: z.record(z.string(), z.string().min(1).max(100)) })
    .nullable()
    .default(null),
  /** For workbooks: the name of the sheet. */
  sheet: z.string().nullable().default(null),
})
export type TableChoice = z.infer<typeof TableChoice>

/** What a person may decide about how one file is read. What is null is found out. */
export const FileChoices = z.strictObject({
  /** For text files. */
  encoding: z.string().nullable().default(null),
  /** For web pages: the article that was found, or the whole page. */
  page: z.enum(['article', 'whole']).nullable().default(null),
  /** For plain text: whether lines that begin with a speaker’s name are turns. */
  turns: z.boolean().nullable().default(null),
  table: TableChoice.nullable().default(null),
})
export type FileChoices = z.infer<typeof FileChoices>

export const undecided: FileChoices = { encoding: null, page: null, turns: null, table: null }

/** How a file was read: what was chosen, and what was found out where nothing was. */
export const FileReading = z.object({
  /** '' for a file whose format leaves no choice of one. */
  encoding: z.string(),
  /** The encoding is a guess from the letters alone. */
  isEncodingGuessed: z.boolean(),
  /** Null where there is nothing to choose: no web page, or no article was found in it. */
  page: z.enum(['article', 'whole']).nullable(),
  /** Null where nothing looks like turns. */
  turns: z.boolean().nullable(),
  /** Whether `turns` is a guess that a person should look at. */
  areTurnsGuessed: z.boolean(),
  /** Null for a file that is no table. */
  table: z
    .object({
      /** '' for a workbook. */
      separator: z.string(),
      hasHead: z.boolean(),
      /** Of each column; made up where there is no head. */
      names: z.array(z.string()),
      uses: z.array(ColumnUse),
      /** Of a workbook; empty for others. */
      sheets: z.array(z.string()),
      sheet: z.string(),
      /** Whether nobody has said which of several sheets is meant. */
      isSheetGuessed: z.boolean(),
      /** The first rows below the head, each cell shortened. */
      sample: z.array(z.array(z.string())),
      rows: z.int().nonnegative(),
      /** Whether which column is the text is a guess that a person should look at. */
      isGuessed: z.boolean(),
    })
    .nullable(),
})
export type FileReading = z.infer<typeof FileReading>

export const plainReading: FileReading = {
  encoding: '',
  isEncodingGuessed: false,
  page: null,
  turns: null,
  areTurnsGuessed: false,
  table: null,
}
