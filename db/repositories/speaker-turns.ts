import type { Database } from 'better-sqlite3'
import type { RevisionId } from '../../preload/contract/ids.ts'
import { namedTurns, speakerOfTurn } from '../../preload/contract/speaker-turns.ts'

type Turns = ReturnType<typeof namedTurns>

const none: Turns = []

/** Whom the sources name in turns; those of a revision are read once. */
export function speakerTurnRepository(database: Database) {
  const selectBlocks = database
    .prepare<[RevisionId], string>(
      `SELECT blocks FROM revision WHERE id = ? AND instr(blocks, '"speaker-turn"') > 0`,
    )
    .pluck()
  const known = new Map<RevisionId, Turns>()

  function turnsOf(id: RevisionId): Turns {
    const kept = known.get(id)
    if (kept) return kept
    const blocks = selectBlocks.get(id)
    const turns = blocks === undefined ? none : namedTurns(JSON.parse(blocks))
    // The id of a revision that is rolled back is given again.
    if (!database.inTransaction) known.set(id, turns)
    return turns
  }

  return {
    /** Whoever is named in its turns, as often as they are. */
    names: (id: RevisionId): string[] => turnsOf(id).map(({ speaker }) => speaker),
    /** '' outside of turns that name anybody. `at` in UTF-16 code units. */
    at(id: RevisionId, at: number): string {
      const turns = turnsOf(id)
      return turns.length === 0 ? '' : speakerOfTurn(turns, at)
    },
  }
}
