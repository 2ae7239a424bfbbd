import { Failure } from '../../preload/contract/failure.ts'
import { datasetReader } from '../exchange/formats/rejoinder-jsonl/dataset-reader.ts'
import { exchangeLines } from '../exchange/formats/rejoinder-jsonl/lines.ts'
import { type CodebookData, type ReadCodebook, tagFields } from './codebook-data.ts'

/** An exchange file with nothing but the codebook: a project line, then tags and link types. */
export function writeCodebookJsonl({ tags, linkTypes }: CodebookData, name: string): string {
  const empty = {
    annotators: [],
    speakers: [],
    documents: [],
    claims: [],
    annotations: [],
    links: [],
    memos: [],
  }
  const textOf = () => ({ text: '', blocks: [], marks: [], breaks: [] })
  const lines = exchangeLines({ project: { name, description: '' }, tags, linkTypes, ...empty, textOf })
  return [...lines].map((line) => `${line}\n`).join('')
}

/** The codebook of any exchange file; the rest is passed over, and told. Fails with `unreadable`. */
export function readCodebookJsonl(text: string): ReadCodebook {
  const reader = datasetReader(({ line, what }) => {
    throw new Failure('unreadable', `Line ${line}: ${what}`)
  })
  const wanted = /^\s*\{\s*"type"\s*:\s*"(project|tag|link-type)"/
  const lines = text.replace(/^\ufeff/, '').split('\n')
  if (lines.at(-1) === '') lines.pop()
  const isOther = (line: string) => line.trim() !== '' && !wanted.test(line)
  for (const line of lines) if (!isOther(line)) reader.line(line)
  const { tags, linkTypes } = reader.end()
  const others = lines.filter(isOther).length
  const notes = others > 0 ? [`Only the codebook was read; ${others} other lines were passed over.`] : []
  return { tags, linkTypes, fields: tagFields, notes }
}
