import { Failure, type FailureCode } from '../preload/contract/failure.ts'

/** What a person can do about an error of SQLite, by the beginning of its code; the first that fits. */
const sentences: readonly (readonly [code: string, failure: FailureCode, sentence: string])[] = [
  [
    'SQLITE_READONLY_DBMOVED',
    'moved',
    'The project file was moved or deleted while it was open. Nothing was changed; save a copy elsewhere.',
  ],
  ['SQLITE_READONLY', 'read-only', 'The project file cannot be written. Nothing was changed.'],
  ['SQLITE_FULL', 'disk', 'The disk is full. Nothing was changed; make room and try again.'],
  [
    'SQLITE_BUSY',
    'already-open',
    'Another program is using the project file. Nothing was changed; try again in a moment.',
  ],
  [
    'SQLITE_IOERR',
    'disk',
    'The disk did not take or give what was asked. Nothing was changed; see whether it is still connected.',
  ],
  ['SQLITE_CANTOPEN', 'disk', 'The project file or its folder cannot be reached. Nothing was changed.'],
  ['SQLITE_CORRUPT', 'damaged', 'The project file is damaged. Open the latest backup.'],
  ['SQLITE_NOTADB', 'not-a-project', 'This file is not a Rejoinder project.'],
  ['SQLITE_TOOBIG', 'bad-input', 'This is too long to be kept.'],
]

/** An error of SQLite in words a person can use; anything else as it is. */
export function toFailure(error: unknown): unknown {
  const { code } = error as { code?: unknown }
  if (error instanceof Failure || typeof code !== 'string') return error
  const found = sentences.find(([beginning]) => code.startsWith(beginning))
  return found ? new Failure(found[1], found[2]) : error
}
