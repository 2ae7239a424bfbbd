import type { SourceFiles } from '../formats/annotation-format.ts'

export interface WatchedFiles {
  files: SourceFiles
  /** What was opened, the latest last. */
  opened(): readonly string[]
}

/** The same files; it is known which of them were opened. */
export function watched(source: SourceFiles): WatchedFiles {
  const opened = new Set<string>()
  const open = (path: string): void => {
    opened.delete(path)
    opened.add(path)
  }
  return {
    opened: () => [...opened],
    files: {
      name: source.name,
      paths: source.paths,
      sizeOf: (path) => source.sizeOf(path),
      read(path) {
        open(path)
        return source.read(path)
      },
      pieces(path) {
        open(path)
        return source.pieces(path)
      },
    },
  }
}
