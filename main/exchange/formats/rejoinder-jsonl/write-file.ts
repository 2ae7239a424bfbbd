import type { Dataset } from '../../dataset.ts'
import { mustGoOn, writeFilePieces } from '../../target.ts'
import type { WritingOptions } from '../../writing-options.ts'
import { exchangeLines } from './lines.ts'

/** Characters gathered before they go to the disk. */
const pieceLength = 1 << 20

export async function writeExchangeFile(
  dataset: Dataset,
  path: string,
  { signal, progress }: WritingOptions,
): Promise<string[]> {
  const { annotators, speakers, tags, linkTypes, documents, claims, annotations, links, memos } = dataset
  const kinds = [annotators, speakers, tags, linkTypes, documents, claims, annotations, links, memos]
  const of = kinds.reduce((sum, kind) => sum + kind.length, 1)
  await writeFilePieces(path, pieces())
  return ['']

  function* pieces(): Generator<string> {
    let piece = ''
    let done = 0
    for (const line of exchangeLines(dataset)) {
      piece += `${line}\n`
      done += 1
      if (piece.length < pieceLength && done % 1000 !== 0) continue
      mustGoOn(signal)
      progress(done, of)
      yield piece
      piece = ''
    }
    yield piece
    progress(of, of)
  }
}
