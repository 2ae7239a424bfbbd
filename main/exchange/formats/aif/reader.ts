import { Failure } from '../../../../preload/contract/failure.ts'
import { Gathering } from '../../foreign/gathering.ts'
import { filesWith, headOf } from '../../foreign/json-files.ts'
import { nameIn } from '../../foreign/json-text.ts'
import { oneByOne } from '../../foreign/one-by-one.ts'
import type { FormatReader } from '../annotation-format.ts'
import { GraphGathering } from './gather-graph.ts'
import { readOwnLayout } from './own-layout.ts'
import { readGraphFile } from './read-graph.ts'

/** As OVA saved its work before there was xAIF: nodes with an `id`, their kind and scheme. */
const ofOldOva = [
  /^\ufeff?\s*\{/,
  /"nodes"\s*:\s*\[/,
  /"type"\s*:\s*"(?:I|L|RA|CA|MA|TA|YA|PA)"/,
  /"scheme"\s*:/,
  /"(?:descriptors|cqdesc|text_begin|marks)"\s*:/,
]

/** Argument graphs of AIFdb and OVA: native AIF and xAIF, one in each file. */
export function aifReader(kind: 'aif' | 'xaif'): FormatReader {
  return {
    sharedEndings: ['json'],

    async recognises(source) {
      for (const path of filesWith(source, 'json')) {
        const head = await headOf(source, path)
        const isGraph =
          (/"(?:nodeID|schemefulfillments)"\s*:/.test(head) && /"(?:nodes|AIF)"\s*:/.test(head)) ||
          ofOldOva.every((sign) => sign.test(head))
        if (isGraph && /"AIF"\s*:/.test(head) === (kind === 'xaif')) return true
      }
      return false
    },

    async read(source, options) {
      const gathering = new Gathering(options)
      const paths = filesWith(source, 'json')
      await oneByOne(paths, options, async (path, index) => {
        const file = nameIn(source, path)
        const graph =
          (await readOwnLayout(source, path, options, gathering)) ??
          (await readGraphFile(source, path, options, gathering))
        if (graph === undefined) throw new Failure('unreadable', `“${file}” holds no argument graph.`)
        const prefix = paths.length > 1 ? `${file}:` : ''
        await new GraphGathering(graph, gathering, { file, prefix, ...options }).take()
        options.progress(index + 1, paths.length)
      })
      return gathering.finish()
    },
  }
}
