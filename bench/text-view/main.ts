// A page to look at the text view and to measure it, apart from the product. `measure.ts` drives it.
import '../../renderer/theme/index.css'
import './page.css'
import {
  createDocumentView,
  type DocumentView,
  type DocumentViewEvents,
} from '../../renderer/document/index.ts'
import { plainView } from './plain.ts'
import { annotationsOver, proseOf } from './prose.ts'
import { dispute, report, scripts, tags } from './samples.ts'

const place = document.querySelector<HTMLElement>('#place')!
const log: unknown[][] = []
const told =
  (name: string) =>
  (...values: unknown[]) => {
    log.push([name, ...values])
  }

const events: DocumentViewEvents = {
  selectionChanged: told('selected'),
  annotationClicked: (id) => {
    told('clicked')(id)
    tryout.view?.setFocused(id)
  },
  linkMarkClicked: told('link mark'),
  adjusted: async (id, spans) => {
    told('adjusted')(id, spans)
    await new Promise((resolve) => setTimeout(resolve, 20))
    const tag = tryout.columns?.tag[tryout.columns.annotation.indexOf(id)]
    tryout.view?.patchAnnotations({
      upserted: [
        { id, documentId: 1, tagId: tag, annotatorId: 1, claimId: null, speakerId: null, spans } as never,
      ],
      removed: [],
    })
  },
  adjusting: told('adjusting'),
  sourceLinkOpened: told('source link'),
  menuAsked: told('menu'),
  say: told('say'),
}

const samples = { dispute, scripts, report }

const tryout = {
  log,
  view: null as DocumentView | null,
  columns: null as { tag: Int32Array; annotation: Int32Array } | null,
  /** Shows a sample. */
  show(name: keyof typeof samples) {
    const { text, columns, links } = samples[name]
    tryout.view?.destroy()
    const view = createDocumentView(place, text, events)
    tryout.view = view
    tryout.columns = columns
    view.setTags(tags)
    view.setAnnotations(columns)
    view.setLinkMarks(links)
  },
  /** Makes prose and annotations, then mounts them; milliseconds to two frames after, and those of the plain view. */
  async mount(words: number, count: number, tagCount: number) {
    const text = proseOf(words)
    const columns = annotationsOver(text, count, tagCount)
    const many = Array.from({ length: tagCount }, (_, i) => ({
      ...tags[i % tags.length]!,
      id: (i + 1) as never,
    }))
    tryout.view?.destroy()
    await frames(2)
    performance.mark('begin plain')
    const before0 = performance.now()
    const unmount = plainView(place, text, columns)
    await frames(2)
    const plain = performance.now() - before0
    performance.mark('end plain')
    unmount()
    await frames(2)
    performance.mark('begin view')
    const before = performance.now()
    const view = createDocumentView(place, text, events)
    view.setTags(many)
    view.setAnnotations(columns)
    tryout.view = view
    tryout.columns = columns
    const made = performance.now()
    await frames(2)
    const usable = performance.now() - before
    performance.mark('end view')
    return { plain, made: made - before, usable }
  },
  frames,
  tags,
}

function frames(count: number): Promise<void> {
  return new Promise((resolve) => {
    const next = (left: number) => (left === 0 ? resolve() : requestAnimationFrame(() => next(left - 1)))
    next(count)
  })
}

Object.assign(window, { tryout })
