import type { ImportedFile } from '../../../preload/contract/document.ts'

/** A remark that many files share, or all remarks on one file that no others share. */
export type Remark = { note: string; files: ImportedFile[] } | { file: ImportedFile; notes: string[] }

/** So many files have a remark of their own, though it is the same. */
const fewFiles = 3

/** What many files share comes first, what most of them share before the rest, then file by file as they came. */
export function remarksOf(files: readonly ImportedFile[]): Remark[] {
  const byNote = new Map<string, ImportedFile[]>()
  for (const file of files) {
    for (const note of new Set(file.notes)) {
      const same = byNote.get(note)
      if (same) same.push(file)
      else byNote.set(note, [file])
    }
  }
  const shared = new Map([...byNote].filter(([, same]) => same.length > fewFiles))
  return [
    ...[...shared]
      .map(([note, files]) => ({ note, files }))
      .sort((one, other) => other.files.length - one.files.length),
    ...files
      .map((file) => ({ file, notes: file.notes.filter((note) => !shared.has(note)) }))
      .filter(({ notes }) => notes.length > 0),
  ]
}
