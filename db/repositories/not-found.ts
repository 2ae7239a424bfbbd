import { Failure } from '../../preload/contract/failure.ts'

/** What `find` gave, or the failure that people read when it has gone. */
export function found<T>(row: T | undefined, what: string): T {
  if (row === undefined) throw new Failure('not-found', `This ${what} is not there any more.`)
  return row
}
