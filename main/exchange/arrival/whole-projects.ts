import { join } from 'node:path'
import { endingOf } from '../../import/formats.ts'
import { projectEndings } from '../../import/listing.ts'
import { filesOnDisk } from '../source/on-disk.ts'

/** Each is shown to a person on its own; who has more chooses them. */
const mostProjects = 50

/** The whole projects of other programs in a folder, by path; none for a file, and for what cannot be listed. */
export async function wholeProjectsIn(path: string, refused: readonly string[]): Promise<string[]> {
  const { sizes } = await filesOnDisk(path, refused).catch(() => ({ sizes: new Map<string, number>() }))
  return [...sizes.keys()]
    .filter((file) => file !== '' && projectEndings.has(endingOf(file)))
    .slice(0, mostProjects)
    .map((file) => join(path, file))
}
