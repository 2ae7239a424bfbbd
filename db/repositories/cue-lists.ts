import type { Database } from 'better-sqlite3'
import type { CueList } from '../../preload/contract/answer.ts'

type Kept = Pick<CueList, 'language' | 'denial' | 'contrast'>

/** The cue words that the project has in the place of the usual ones. */
export function cueListRepository(database: Database) {
  const selectAll = database.prepare<[], Record<keyof Kept, string>>(
    `SELECT language, denial, contrast FROM cue_list ORDER BY language`,
  )
  const insert = database.prepare(
    `INSERT INTO cue_list (language, denial, contrast) VALUES (:language, :denial, :contrast)
     ON CONFLICT (language) DO UPDATE SET denial = excluded.denial, contrast = excluded.contrast`,
  )
  const remove = database.prepare<[string]>(`DELETE FROM cue_list WHERE language = ?`)
  const countAll = database.prepare<[], number>(`SELECT count(*) FROM cue_list`).pluck()

  return {
    /** By language. */
    list: (): Kept[] =>
      selectAll.all().map(({ language, denial, contrast }) => ({
        language,
        denial: JSON.parse(denial),
        contrast: JSON.parse(contrast),
      })),
    set: ({ language, denial, contrast }: Kept): void =>
      void insert.run({ language, denial: JSON.stringify(denial), contrast: JSON.stringify(contrast) }),
    delete: (language: string): boolean => remove.run(language).changes > 0,
    count: (): number => countAll.get() ?? 0,
  }
}
