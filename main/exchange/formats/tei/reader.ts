import { Failure } from '../../../../preload/contract/failure.ts'
import { readXmlParts } from '../../../xml/xml-parts.ts'
import type { FormatReader } from '../annotation-format.ts'
import { teiNamespace } from './names.ts'
import { TeiTaking } from './taking.ts'

const parts = new Set(['titleStmt', 'sourceDesc', 'taxonomy', 'listPerson', 'interp', 'annotation', 'TEI'])

/** Reads a TEI corpus, or one TEI text, with what stands off it. */
export const teiReader: FormatReader = {
  async recognises(source) {
    if (!source.paths.includes('')) return false
    for await (const piece of source.pieces('')) {
      const head = Buffer.from(piece.subarray(0, 8192)).toString('utf8')
      return /<(teiCorpus|TEI)[\s>]/.test(head) && /<standOff|<teiCorpus/.test(head)
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
