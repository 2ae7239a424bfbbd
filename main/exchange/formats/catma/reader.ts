import { oneByOne } from '../../foreign/one-by-one.ts'
import type { FormatReader, SourceFiles } from '../annotation-format.ts'
import { CatmaWork } from './catma-work.ts'
import { annotationFile, readProject } from './read-project.ts'
import { CatmaCollection, type CatmaSource } from './read-tei.ts'

/** Annotation collections as TEI, each with its text beside it, and whole projects as they lie in git. */
export const catmaReader: FormatReader = {
  readsFolders: true,
  async recognises(source) {
    if (source.paths.some((path) => annotationFile.test(path))) return true
    const [collection] = await collectionsIn(source)
    return collection !== undefined
  },

  async read(source, options) {
    const work = new CatmaWork(options)
    await readProject(source, work, options)
    await oneByOne(await collectionsIn(source), options, async (path, index) => {
      options.progress(index, source.paths.length)
      const collection = new CatmaCollection(await source.read(path), path || source.name)
      for (const about of collection.sources()) {
        const file = textFor(about, source)
        if (file !== undefined) work.text(about.id, about.title, about.facts, file, await source.read(file))
      }
      collection.take(work)
    })
    return work.finish(source.name)
  },
}

async function collectionsIn(source: SourceFiles): Promise<string[]> {
  const found: string[] = []
  for (const path of source.paths) {
    if (path !== '' && !/\.xml$/i.test(path)) continue
    for await (const piece of source.pieces(path)) {
      const head = Buffer.from(piece.subarray(0, 65_536)).toString('utf8')
      if (/<TEI[\s>]/.test(head) && /CATMA_TECH_DESC|CATMA_BASE_TAG|catma:\/\//.test(head)) found.push(path)
      break
    }
  }
  return found
}

/** The text of that name or title; the only one there is, whatever it is called. */
function textFor({ id, title }: CatmaSource, { paths }: SourceFiles): string | undefined {
  const texts = paths.filter((path) => /\.txt$/i.test(path))
  const named = texts.filter((path) => {
    const name = path.split('/').at(-1)!
    const plain = name.replace(/\.txt$/i, '')
    return [name, plain].includes(id) || plain === title || (id !== '' && name.includes(id))
  })
  return named[0] ?? (texts.length === 1 ? texts[0] : undefined)
}
