import { Failure } from '../../../../preload/contract/failure.ts'
import { readXmlParts } from '../../../xml/xml-parts.ts'
import { mayBeginWith } from '../../../xml/xml-root.ts'
import type { FormatReader } from '../annotation-format.ts'
import { teiNamespace } from './names.ts'
import { TeiTaking } from './taking.ts'

const parts = new Set(['titleStmt', 'sourceDesc', 'taxonomy', 'listPerson', 'interp', 'annotation', 'TEI'])

/**
 * What tells whether a text has annotations: what stands off it may come after it, and may be no more than a list of
 * people or of where else it can be found. A text begins with its tag, also where nothing stood off it.
 */
const telling = /<(teiCorpus|standOff|\/standOff|text|annotation|span)(?=[\s/>])/g
const annotating = new Set(['annotation', 'span'])

/** In bytes, to learn whether a text has annotations. */
const mostRead = 16 * 1024 * 1024

/** Reads a TEI corpus, or one TEI text, with what stands off it. */
export const teiReader: FormatReader = {
  async recognises(source) {
    if (!source.paths.includes('')) return false
    let read = 0
    let isInside = false
    let before = ''
    for await (const piece of source.pieces('')) {
      const words = before + Buffer.from(piece).toString('latin1')
      if (read === 0 && !mayBeginWith(words.slice(0, 65_536), 'teiCorpus', 'TEI')) return false
      let seen = Math.max(0, words.length - 20)
      for (const { 0: tag, index, 1: name } of words.matchAll(telling)) {
        if (name === 'teiCorpus' || (isInside && annotating.has(name!))) return true
        isInside = name === 'standOff'
        seen = Math.max(seen, index + tag.length)
      }
      read += piece.length
      before = words.slice(seen)
      if (read > mostRead) return false
    }
    return false
  },

  async read(source, options) {
    const { signal } = options
    const taking = new TeiTaking(source.name, options)
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
