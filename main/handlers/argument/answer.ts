import type { Answerable } from '../../../preload/contract/answer.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { AnnotationId, ClaimId, DocumentId } from '../../../preload/contract/ids.ts'
import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import type { Span } from '../../../preload/contract/text.ts'
import { candidatesFor, type Judge } from '../../answers/candidates.ts'
import { guessedLanguage } from '../../answers/languages.ts'
import type { Match, Question } from '../../answers/rank.ts'
import type { SentenceIndex } from '../../answers/sentence-index.ts'
import { speaking } from '../../answers/speaking.ts'
import { folded, wordPattern } from '../../answers/terms.ts'
import type { ProjectContext } from '../../project-context.ts'
import { liveVoices } from '../../speakers/live-voices.ts'
import type { Tasks } from '../../tasks.ts'
import { capitalized } from '../words.ts'
import { cuesNow } from './cues-now.ts'

/** Mentions of a claim whose surroundings are looked at. */
const mostMentions = 20

/** What is to be answered: its words, and what goes with it. */
interface Asked {
  words: string
  language: string
  annotationId: AnnotationId | null
  claimId: ClaimId | null
  /** The passages that state it. */
  mentions: { id: AnnotationId; documentId: DocumentId; spans: Span[] }[]
}

export function answerHandlers(
  { annotator, project }: ProjectContext,
  index: SentenceIndex,
  tasks: Tasks,
): ProjectHandlers['answer'] {
  const { history, newUid, now, repositories } = project
  const voices = liveVoices(project)
  const { annotations, claims, cueLists, documents, judgedAnswers, links, linkTypes, speakers, tags } =
    repositories

  function askedBy(to: Answerable): Asked {
    const claimId = 'claim' in to ? to.claim : annotations.get(to.annotation).claimId
    const ids = claimId === null ? [] : annotations.idsByClaim(claimId)
    if ('annotation' in to && !ids.includes(to.annotation)) ids.push(to.annotation)
    const mentions = ids.map((id) => annotations.get(id))
    const own = 'annotation' in to ? annotations.get(to.annotation) : undefined
    const words = own ? own.quote.join(' ') : claims.get((to as { claim: ClaimId }).claim).statement
    const first = own ?? mentions[0]
    return {
      words,
      language: (first && index.text(first.documentId)?.readIn) ?? guessed(words),
      annotationId: own?.id ?? null,
      claimId,
      mentions,
    }
  }

  function questionOf({ words, language, annotationId, mentions }: Asked): Question {
    const names = speakers.list().flatMap(({ name, variants }) => [name, ...variants])
    const own = mentions.find(({ id }) => id === annotationId)
    return {
      words,
      language,
      without: new Set((own ? [own] : mentions).map(({ documentId }) => documentId)),
      at: (own ? [own] : mentions.slice(0, mostMentions)).map(({ documentId, spans }) => ({
        documentId,
        start: spans[0]!.start,
      })),
      names: new Set(names.flatMap((name) => [...name.matchAll(wordPattern)].map(([word]) => folded(word)))),
    }
  }

  function judgeOf({ annotationId, claimId, mentions }: Asked): Judge {
    const dismissed = new Set(
      judgedAnswers.dismissed(annotationId, claimId).map((one) => `${one.documentId} ${one.quote}`),
    )
    const linked = Map.groupBy(
      judgedAnswers.linked(
        mentions.map(({ id }) => id),
        claimId,
      ),
      ({ documentId }) => documentId,
    )
    return ({ text, span }, words) => {
      if (linked.get(text.id)?.some((one) => overlap(one, span))) return 'linked'
      return dismissed.has(`${text.id} ${words}`) ? 'dismissed' : null
    }
  }

  /** Who says a passage, and whether that is who makes the claim: where one passage is asked about, who says that. */
  function speakerBeside({ annotationId, mentions }: Asked) {
    const whoSays = speaking(repositories, voices('document'))
    const own = mentions.filter(({ id }) => annotationId === null || id === annotationId)
    const claimants = new Set(own.map(({ documentId, spans }) => whoSays(documentId, spans[0]!).who))
    claimants.delete('')
    return ({ text, span }: Match) => {
      const { name, who } = whoSays(text.id, span)
      return { speaker: name, isSameSpeaker: claimants.has(who) }
    }
  }

  /** The text may have been corrected since the person saw it. */
  const requireQuote = (documentId: DocumentId, { start, end }: Span, quote: string): void => {
    if (documents.plainText(documentId).slice(start, end) !== quote)
      throw new Failure('bad-span', 'The text of this passage has changed. Look for answers again.')
  }

  return {
    candidates: ({ task, to, limit }) =>
      tasks.run(task, async ({ signal, progress }) => {
        await index.update((done, of) => progress(done, of, 'Reading the texts'), signal)
        const asked = askedBy(to)
        // The passages that state it are no answers to it.
        const states = asked.mentions.flatMap(({ documentId, spans }) =>
          spans.map((span) => ({ documentId, ...span })),
        )
        const candidates = await candidatesFor(
          { index, textOf: documents.plainText, cues: cuesNow({ cueLists }) },
          questionOf(asked),
          {
            judge: judgeOf(asked),
            speakerOf: speakerBeside(asked),
            isLeftOut: ({ text, span }) =>
              states.some((one) => one.documentId === text.id && overlap(one, span)),
            limit,
            signal,
          },
        )
        return { words: asked.words, candidates, sentences: index.sentences }
      }),

    accept({ to, documentId, span, quote, tagId, linkTypeId }) {
      requireQuote(documentId, span, quote)
      const tag = tags.entry(tagId)
      const type = linkTypes.entry(linkTypeId)
      askedBy(to)
      const annotationId = history.record(`accept an answer: ${tag.name}, ${type.name}`, () => {
        const passage = { documentId, tagId, spans: [span], annotatorId: annotator() }
        const source =
          annotations.findSame(passage) ?? annotations.insert({ ...passage, uid: newUid(), created: now() })
        const link = {
          linkTypeId,
          source: { annotation: source },
          target: to,
          annotatorId: passage.annotatorId,
        }
        const ways = type.symmetric ? [link, { ...link, source: to, target: link.source }] : [link]
        if (ways.some((way) => links.findSame(way) !== undefined)) {
          throw new Failure('exists', `This answer is linked by “${capitalized(type.name)}” already.`)
        }
        links.insert({ uid: newUid(), ...link, strength: null, status: '', note: '', created: now() })
        return source
      })
      return { annotationId }
    },

    dismiss({ to, documentId, span, quote }) {
      requireQuote(documentId, span, quote)
      const { annotationId, claimId } = askedBy(to)
      const isKnown = judgedAnswers
        .dismissed(annotationId, claimId)
        .some((one) => one.documentId === documentId && one.quote === quote)
      if (isKnown) return
      history.record('dismiss an answer', () =>
        judgedAnswers.insert({ to, documentId, span, quote, created: now() }),
      )
    },

    takeBack({ to, documentId, span, quote }) {
      requireQuote(documentId, span, quote)
      const { annotationId, claimId } = askedBy(to)
      history.record('take back a dismissal', () => {
        if (judgedAnswers.delete(annotationId, claimId, { documentId, quote }) === 0)
          throw new Failure('not-found', 'This passage is not dismissed any more. Look for answers again.')
      })
    },

    cues: () => cuesNow({ cueLists }),
    setCues({ language, list }) {
      history.record(`change cue words: ${language}`, () => {
        if (list === null) cueLists.delete(language)
        else cueLists.set({ language, ...list })
      })
    },
  }
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

const guessed = (words: string): string =>
  guessedLanguage([...words.matchAll(wordPattern)].map(([word]) => folded(word)))
