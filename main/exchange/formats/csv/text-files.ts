import type { Document } from '../../dataset.ts'

/** The file each text goes into, below the folder, by document id. Numbered, so that names cannot collide. */
export function textFilesOf(documents: readonly Document[]): Map<string, string> {
  const digits = Math.max(4, String(documents.length).length)
  return new Map(
    documents.map(({ id, title }, index) => {
      const number = String(index + 1).padStart(digits, '0')
      const name = title.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
      return [id, `texts/${[number, ...(name && [[...name].slice(0, 40).join('')])].join('-')}.txt`]
    }),
  )
}
