import { Failure } from '../../../../preload/contract/failure.ts'
import { arrivedText } from '../../foreign/arrived-text.ts'
import { Gathering } from '../../foreign/gathering.ts'
import { filesWith, headOf } from '../../foreign/json-files.ts'
import { decodeUtf8, nameIn } from '../../foreign/json-text.ts'
import type { FormatReader, SourceFiles } from '../annotation-format.ts'
import { readFrontMatter } from './front-matter.ts'
import { MapGathering } from './gather-map.ts'
import { isOurs, readMap } from './map.ts'

/** In bytes. */
const largestFile = 50_000_000

const ours = /^\s*===+\n(?:[^=\n][^\n]*\n)*generator: Rejoinder\n/
const anyTitle = /^[ \t]*(?:(?:\+>|->|_>|><|<\+|<-|<_|\+|-) ?)?(?:\[[^\]\n]{1,500}\]|<[^>\n]{1,500}>)/m
const step = /^[ \t]*\(\d+\)[ \t]/m
const title = /^(?:\[[^\]\n]{1,500}\]|<[^>\n]{1,500}>):[ \t]/m
const arrow = /^[ \t]+(?:\+>|->|_>|><|<\+|<-|<_)[ \t]*(?:\[[^\]\n]{1,500}\]|<[^>\n]{1,500}>)/m

/** Argument maps, one in each file; a file is the text of its statements, too, unless we have written it. */
export const argdownReader: FormatReader = {
  async recognises(source) {
    for (const path of argdownIn(source)) if (await isMap(source, path)) return true
    return false
  },

  async read(source, options) {
    const { signal, progress } = options
    const gathering = new Gathering(options)
    const paths = argdownIn(source)
    for (const [index, path] of paths.entries()) {
      signal?.throwIfAborted()
      progress(index, paths.length)
      const file = nameIn(source, path)
      if (source.sizeOf(path) > largestFile) {
        throw new Failure(
          'unreadable',
          `“${file}” is larger than ${largestFile / 1_000_000} MB, which is as much Argdown as can be read at once here: divide it into several files.`,
        )
      }
      const raw = decodeUtf8(await source.read(path), `“${file}”`)
      const text = arrivedText(raw).text
      const map = readMap(text.text)
      const isOwn = isOurs(map.frontMatter)
      if (!isOwn && map.members.length === 0) {
        throw new Failure('unreadable', `“${file}” holds no statement or argument.`)
      }
      const prefix = paths.length > 1 ? `${file}:` : ''
      const document = isOwn ? null : `${prefix}text`
      if (document !== null) {
        const name = file.replace(/^.*\//, '')
        const { title: called, metadata, leftOut } = readFrontMatter(map.frontMatter)
        gathering.leaveOut('settings in the front matter', leftOut)
        gathering.document({
          ...{
            id: document,
            title: called || name.replace(/\.(?:argdown|ad)$/i, ''),
            metadata,
            status: 'to-do',
          },
          ...{ text, source: null, knownAs: [name] },
        })
      }
      new MapGathering(map, gathering, { prefix, document, text: text.text }).take()
    }
    return gathering.finish()
  },
}

const argdownIn = (source: SourceFiles): string[] => filesWith(source, 'argdown', 'ad')

/** A file that is called Argdown needs little; any other has to look like nothing else. */
async function isMap(source: SourceFiles, path: string): Promise<boolean> {
  const head = (await headOf(source, path)).slice(0, 1_000_000).replaceAll('\r', '')
  if (head.includes('\0')) return false
  if (ours.test(head)) return true
  if (/\.(?:argdown|ad)$/i.test(path || source.name)) return anyTitle.test(head) || step.test(head)
  return !/^\s*[<{[]\s*[\w!?"{]/.test(head) ? title.test(head) && arrow.test(head) : false
}
