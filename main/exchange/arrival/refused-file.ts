import type { RefusedFile } from '../../../preload/contract/annotation-import.ts'

/** A reader’s sentence about a file, with the file and the line taken out of it: they are told beside it. */
export function refusedFile(where: string, sentence: string): RefusedFile {
  const start = [`“${where}”`, where].find((name) => sentence.startsWith(name))
  if (start === undefined) return { where, line: null, what: sentence }
  const [, line, separator, rest] = /^(?:, line (\d+))?([:,]?)\s*(.*)$/s.exec(sentence.slice(start.length))!
  const what = separator === ':' ? rest!.charAt(0).toUpperCase() + rest!.slice(1) : `This ${rest}`
  return { where, line: line === undefined ? null : Number(line), what }
}
