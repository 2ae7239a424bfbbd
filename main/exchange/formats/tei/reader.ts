import { Failure } from '../../../../preload/contract/failure.ts'
import { readXmlParts } from '../../../xml/xml-parts.ts'
import type { FormatReader } from '../annotation-format.ts'
import { teiNamespace } from './names.ts'
import { TeiTaking } from './taking.ts'

const parts = new Set(['titleStmt', 'sourceDesc', 'taxonomy', 'listPerson', 'interp', 'annotation', 'TEI'])

/** In bytes, to learn whether a text has annotations. */
const mostRead = 16 * 1024 * 1024

/** Reads a TEI corpus, or one TEI text, with what stands off it. */
export const teiReader: FormatReader = {
  async recognises(source) {
    if (!source.paths.includes('')) return false
    let read = 0
    let before = ''
    for await (const piece of source.pieces('')) {
      const words = before + Buffer.from(piece).toString('latin1')
      if (read === 0 && !/<(teiCorpus|TEI)[\s>]/.test(words.slice(0, 8192))) return false
      // What stands off a text may come after it.
      if (/<standOff[\s>]|<teiCorpus/.test(words)) return true
      read += piece.length
      before = words.slice(-20)
      if (read > mostRead) return false
    }
    return false
  },

  async read(source, { signal }) {
    const taking = new TeiTaking(source.name)
    const pieces = async function* () {
      for await (const piece of source.pieces('')) {
        signal?.throwIfAborted()
        yield piece
      }
    }
    await readXmlParts(
      pieces(),
      {
        parts,
        part: (element) => taking.part(element),
        enter: ({ name }, inside) => {
          if (inside.length > 0 || name === 'teiCorpus') return
          throw new Failure('unreadable', `${source.name} is no TEI corpus: it begins with <${name}>.`)
        },
      },
      { called: source.name, prefixes: { [teiNamespace]: '' } },
    )
    return taking.incoming()
  },
}
