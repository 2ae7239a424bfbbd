import { Failure } from '../../../preload/contract/failure.ts'

/** More annotations and links than this take more memory to bring in than many a computer has. */
export const mostAtOnce = 1_000_000

const inDigits = (count: number): string => count.toLocaleString('en')

/** Fails with `unreadable` for more than can come in at once. */
export function refuseMany(count: number): void {
  if (count <= mostAtOnce) return
  throw new Failure(
    'unreadable',
    `This holds more than ${inDigits(mostAtOnce)} annotations and links, which is as much as can come in at once: split it into several files.`,
  )
}

/**
 * Fails with `unreadable` where one thing joins each of many with each of many others, before those links are made;
 * `already` are made. `where` begins the sentence.
 */
export function refuseManyPairs(
  where: string,
  { sources, targets, already }: { sources: number; targets: number; already: number },
): void {
  if (already + sources * targets <= mostAtOnce) return
  throw new Failure(
    'unreadable',
    `${where} joins ${inDigits(sources)} nodes with ${inDigits(targets)} others, each with each. With the links before it that is more than ${inDigits(mostAtOnce)}, which is as much as can come in at once: divide it into several nodes, each with the ends that belong together, or the file into several.`,
  )
}
