import { mayBeginWith } from '../../../xml/xml-root.ts'
import { Gathering } from '../../foreign/gathering.ts'
import { SoundPassages } from '../../foreign/sound-passages.ts'
import { withoutLooseEnds } from '../../foreign/without-loose-ends.ts'
import type { FormatReader, IncomingAnnotation } from '../annotation-format.ts'
import { AnnotationsPass } from './annotations-pass.ts'
import { walkCorpus } from './corpus-walk.ts'
import { OthersWork } from './others-work.ts'
import { OurWork } from './our-work.ts'
import { TeiPlaces } from './places.ts'
import { TeiTexts } from './texts.ts'
import { TextsPass } from './texts-pass.ts'

/**
 * What tells whether a text has annotations: what stands off it may come after it, and may be no more than a list of
 * people or of where else it can be found. A text begins with its tag, also where nothing stood off it.
 */
const telling = /<(teiCorpus|standOff|\/standOff|text|annotation|span)(?=[\s/>])/g
const annotating = new Set(['annotation', 'span'])

/** In bytes, to learn whether a text has annotations. */
const mostRead = 16 * 1024 * 1024

/** Reads a TEI corpus, or one TEI text, with what stands off it: twice, since that may stand before what it points to. */
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
    const { signal, progress } = options
    const size = source.sizeOf('')
    const gathering = new Gathering(options)
    const [texts, places] = [new TeiTexts(gathering, options), new TeiPlaces()]
    const first = new TextsPass(source.name, gathering, { texts, places })
    await walkCorpus(source, first, { signal, progress: (read) => progress(read, 2 * size) })
    const ours = new OurWork(gathering.incoming, places, texts)
    const others = new OthersWork(gathering, places, texts)
    const second = new AnnotationsPass(first.standOffs, { ours, others })
    const sound = new SoundPassages(gathering.incoming)
    const annotations: IncomingAnnotation[] = []
    const settle = (): void => {
      const done = sound.of(gathering.incoming.annotations.splice(0))
      if (options.handOver) options.handOver({ annotations: done, links: [] })
      else for (const one of done) annotations.push(one)
    }
    await walkCorpus(source, second, {
      signal,
      progress(read) {
        progress(size + read, 2 * size)
        settle()
      },
    })
    settle()
    const lost = ours.lost + others.finish((id) => sound.has(id))
    texts.finish()
    gathering.leaveOut('names, dates and other marks inside of texts', places.unread())
    const what = 'annotations that point to nothing here'
    return { ...withoutLooseEnds(gathering.finish(), what, lost, sound), annotations }
  },
}
