import { basename } from 'node:path'
import { endingOf, withoutEnding } from '../../import/formats.ts'
import { byCodePoint } from '../dataset-order.ts'
import type { SourceFiles } from '../formats/annotation-format.ts'

/** What speaks of all files of a folder: the settings of brat, the type system of UIMA. */
const ofAll = /^(?:annotation|visual)\.conf$|^typesystem\.xml$/i

/**
 * A single file with one of these endings, and those of `others` that belong to it, as one folder: other files with one of them,
 * those that one of them is called like, such as its text, and what speaks of all of them.
 */
export function chosenTogether(
  single: SourceFiles,
  others: SourceFiles,
  endings: readonly string[],
): SourceFiles {
  if (!endings.includes(endingOf(single.name))) return single
  const own = others.paths.filter((path) => path !== single.name && endings.includes(endingOf(path)))
  const stems = new Set([single.name, ...own].map((path) => stemOf(path)))
  const more = others.paths.filter(
    (path) =>
      path !== single.name && !own.includes(path) && (stems.has(stemOf(path)) || ofAll.test(basename(path))),
  )
  if (own.length === 0 && more.length === 0) return single
  const at = (path: string): [SourceFiles, string] => (path === single.name ? [single, ''] : [others, path])
  return {
    name: single.name,
    paths: [single.name, ...own, ...more].sort(byCodePoint),
    sizeOf(path) {
      const [source, there] = at(path)
      return source.sizeOf(there)
    },
    read(path) {
      const [source, there] = at(path)
      return source.read(there)
    },
    pieces(path) {
      const [source, there] = at(path)
      return source.pieces(there)
    },
  }
}

const stemOf = (path: string): string => withoutEnding(path).normalize('NFC').toLowerCase()
