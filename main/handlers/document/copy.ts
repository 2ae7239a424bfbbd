import { baseLanguage } from '../../../preload/contract/base-language.ts'
import type { Passage } from '../../../preload/contract/copy.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import type { ParsedOf, ProjectHandlers } from '../../../preload/contract/index.ts'
import type { Span } from '../../../preload/contract/text.ts'
import { cueFinder } from '../../answers/cues.ts'
import { guessedLanguage } from '../../answers/languages.ts'
import { folded, wordPattern } from '../../answers/terms.ts'
import { compared } from '../../copies/comparison.ts'
import type { CopiesThread } from '../../copies/copies-thread.ts'
import type { ProjectContext } from '../../project-context.ts'
import { inSlices } from '../../slices.ts'
import type { Tasks } from '../../tasks.ts'
import { cuesNow } from '../argument/cues-now.ts'
import { copyLinks, copyMemos } from './carry-copy.ts'
import { copyOffers } from './copy-offers.ts'

/** Code units of a passage’s beginning: more than a row shows. */
const beginning = 240

export function copyHandlers(
  context: ProjectContext,
  thread: CopiesThread,
  tasks: Tasks,
): ProjectHandlers['copy'] {
  const { annotator, project } = context
  const { history, newUid, now, repositories } = project
  const { annotations, dismissedCopies, documents, tags } = repositories

  /** Finds what denies, by the cue words of a document’s language. */
  function denialsIn(): (documentId: DocumentId) => (words: string) => string[] {
    const lists = cuesNow(repositories)
    const finders = new Map<string, (words: string) => string[]>()
    const finderFor = (language: string) => {
      const known =
        finders.get(language) ?? cueFinder(lists.find((list) => list.language === language)?.denial ?? [])
      finders.set(language, known)
      return known
    }
    return (documentId) => {
      const own = documents.metadataOf(documentId).language ?? ''
      return (words) => finderFor(own === '' ? languageOf(words) : baseLanguage(own))(words)
    }
  }

  function wordsOf({ documentId, span }: Passage): string {
    const text = documents.plainText(documentId)
    if (span.end > text.length)
      throw new Failure('bad-span', 'The text of this passage has changed. Look for copies again.')
    return text.slice(...edgesOf(text, span))
  }

  function wording(one: ParsedOf<'copy.compare'>['source']): { words: string; documentId: DocumentId } {
    if (!('annotation' in one)) return { words: wordsOf(one), documentId: one.documentId }
    const { quote, documentId } = annotations.get(one.annotation)
    return { words: quote.join(' … '), documentId }
  }

  function requireQuotes({ documentId, spans, quote }: ParsedOf<'copy.dismiss'>['to']): void {
    const text = documents.plainText(documentId)
    const isSame = ({ start, end }: Span, at: number) => text.slice(start, end) === quote[at]
    if (spans.length !== quote.length || !spans.every(isSame))
      throw new Failure('bad-span', 'The text of this passage has changed. Look for copies again.')
  }

  return {
    passages: ({ task }) =>
      tasks.run(task, async (running) => {
        const texts = documents.currentTexts()
        return { ...(await thread.passages(texts, running)), looked: texts.length }
      }),

    beginnings: ({ passages }) =>
      passages.map(({ documentId, span }) => {
        const text = documents.find(documentId) ? documents.plainText(documentId) : ''
        return inOneLine(text.slice(span.start, Math.min(span.end, span.start + beginning)))
      }),

    async group({ passages, source }) {
      const slices = inSlices()
      const denials = denialsIn()
      const wordings = passages.map((passage) => ({
        words: wordsOf(passage),
        denials: denials(passage.documentId),
      }))
      const rows = []
      for (const [at, one] of wordings.entries()) {
        const from = wordings[source]
        rows.push({ words: one.words, compared: !from || at === source ? null : compared(from, one) })
        await slices.rest()
      }
      return rows
    },

    offers: ({ passages }) => copyOffers(repositories, passages),

    carry({ annotationId, to, takes }) {
      requireQuotes(to)
      const from = annotations.get(annotationId)
      const { tagId, attributes, confidence, note, speakerId, claimId } = from
      const { name } = tags.entry(tagId)
      return history.record(`carry ${name} over to a copy`, () => {
        const passage = { documentId: to.documentId, tagId, spans: to.spans, annotatorId: annotator() }
        if (annotations.findSame(passage) !== undefined)
          throw new Failure('exists', `This passage is tagged as ${name} already.`)
        const id = annotations.insert({
          ...passage,
          uid: newUid(),
          created: now(),
          ...(takes.attributes && { attributes }),
          ...(takes.confidence && { confidence }),
          ...(takes.note && { note }),
          ...(takes.speaker && { speakerId }),
          ...(takes.claim && { claimId }),
        })
        const copy = { id, documentId: to.documentId, spans: to.spans }
        return {
          annotationId: id,
          memos: takes.memos ? copyMemos(project, annotationId, id) : 0,
          links: takes.links ? copyLinks(project, from, copy, annotator()) : 0,
        }
      })
    },

    dismiss({ annotationId, to }) {
      requireQuotes(to)
      annotations.get(annotationId)
      const { documentId } = to
      const quote = to.quote.join(' … ')
      const known = dismissedCopies.of(annotationId)
      if (known.some((one) => one.documentId === documentId && one.quote === quote)) return
      const span = { start: to.spans[0]!.start, end: to.spans.at(-1)!.end }
      history.record('dismiss a copy', () =>
        dismissedCopies.insert({ annotationId, documentId, span, quote, created: now() }),
      )
    },

    takeBack({ annotationId, to: { documentId, quote } }) {
      history.record('take back a dismissal', () => {
        if (!dismissedCopies.delete({ annotationId, documentId, quote: quote.join(' … ') }))
          throw new Failure('not-found', 'This is not dismissed any more. Look for copies again.')
      })
    },

    compare({ source, other }) {
      const denials = denialsIn()
      const [a, b] = [wording(source), wording(other)]
      const result = compared(
        { words: a.words, denials: denials(a.documentId) },
        { words: b.words, denials: denials(b.documentId) },
      )
      return { ...result, source: a.words, other: b.words }
    },
  }
}

/** With the marks that stand at its first and its last word: a passage of words has no full stop. */
function edgesOf(text: string, { start, end }: Span): [number, number] {
  let [first, last] = [start, end]
  while (first > 0 && mark.test(text[first - 1]!)) first -= 1
  while (last < text.length && mark.test(text[last]!)) last += 1
  return [first, last]
}

const mark = /[\p{P}]/u

const inOneLine = (text: string) => text.replace(/\s+/gu, ' ')

const languageOf = (words: string): string =>
  guessedLanguage([...words.matchAll(wordPattern)].map(([word]) => folded(word)))
