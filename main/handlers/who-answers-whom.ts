import type { LinkId } from '../../preload/contract/ids.ts'
import type { ProjectHandlers } from '../../preload/contract/index.ts'
import type { AnswersAsked } from '../../preload/contract/speaker.ts'
import { liveArgument } from '../argument/live-argument.ts'
import { documentDates } from '../document-dates.ts'
import { fittingDocuments } from '../filters/fitting-documents.ts'
import { knownDocuments } from '../filters/known-documents.ts'
import type { ProjectContext } from '../project-context.ts'
import { sharedWork } from '../shared-work.ts'
import { type Answers, placeOfVoice, readAnswers, stances } from '../speakers/answers.ts'
import { liveVoices } from '../speakers/live-voices.ts'
import { whoAnswersWhom } from '../speakers/who-answers-whom.ts'
import { describing } from './claim-card.ts'

type Verbs = Pick<ProjectHandlers['speaker'], 'whoAnswersWhom' | 'answersBetween'>

/** Who answers whom. All answers are read once and kept until something changes. */
export function whoAnswersWhomHandlers({ project }: ProjectContext): Verbs {
  const { history, repositories } = project
  const documents = knownDocuments(project)
  const voices = liveVoices(project)
  const argument = liveArgument(project)
  const kept = new Map<AnswersAsked['unset'], Promise<Answers>>()
  history.onCommitted(() => kept.clear())

  const answers = (unset: AnswersAsked['unset']) => sharedWork(kept, unset, () => read(unset))

  async function read(unset: AnswersAsked['unset']): Promise<Answers> {
    const now = await argument.now()
    const dates = documentDates(documents())
    return readAnswers({
      argument: now,
      types: repositories.linkTypes.entries(),
      voices: voices(unset),
      dates,
    })
  }

  /** Documents by what is asked of them, for one request. */
  function counting({ documents: filter }: AnswersAsked) {
    const all = documents()
    const fitting = fittingDocuments(all, filter)
    const isWhole = fitting === all
    const wanted = new Set<number>(isWhole ? [] : fitting.map(({ documentId }) => documentId))
    return {
      byDate: filter.from.trim() !== '' || filter.until.trim() !== '',
      fits: (document: number) => isWhole || wanted.has(document),
      dates: documentDates(all),
    }
  }

  return {
    whoAnswersWhom: async (asked) => whoAnswersWhom(await answers(asked.unset), counting(asked)),

    async answersBetween({ from, to, start, count, ...asked }) {
      const all = await answers(asked.unset)
      const { fits, dates } = counting(asked)
      const [by, of] = [from, to].map((key) => (key === null ? null : placeOfVoice(all.voices, key)))
      const rows: number[] = []
      for (let i = 0; i < all.link.length; i++) {
        if (by !== null && all.from[i] !== by) continue
        if (of !== null && all.to[i] !== of) continue
        if (fits(all.document[i]!)) rows.push(i)
      }
      // By date, undated last, then as they come, which is by link: sorted as one number each.
      const { rank } = dates
      const sorted = Float64Array.from(
        rows,
        (row) => (rank[all.document[row]!] || rank.length) * all.link.length + row,
      ).sort()
      const shown = Array.from(sorted.subarray(start, start + count), (one) => one % all.link.length)
      const links = repositories.links.listByIds([...new Set(shown.map((i) => all.link[i] as LinkId))])
      const byId = new Map(links.map((link) => [link.id, link]))
      const describe = describing(repositories, [], links)
      return {
        total: rows.length,
        answers: shown.flatMap((i) => {
          const link = byId.get(all.link[i] as LinkId)
          if (!link) return []
          const ends = all.swapped[i] ? [link.target, link.source] : [link.source, link.target]
          return {
            link,
            stance: stances[all.stance[i]!]!,
            date: dates.dateOf(all.document[i]!),
            answer: describe(ends[0]!),
            answered: describe(ends[1]!),
            from: all.voices[all.from[i]!]!.key,
            to: all.voices[all.to[i]!]!.key,
          }
        }),
      }
    },
  }
}
