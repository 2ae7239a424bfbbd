import type { LinkId } from '../../../preload/contract/ids.ts'
import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import type { AnswersAsked, WhoAnswersWhom } from '../../../preload/contract/speaker.ts'
import { keptWith } from '../../argument/kept-with.ts'
import { liveArgument } from '../../argument/live-argument.ts'
import { documentDates } from '../../document-dates.ts'
import { fittingDocuments } from '../../filters/fitting-documents.ts'
import { knownDocuments } from '../../filters/known-documents.ts'
import type { ProjectContext } from '../../project-context.ts'
import { sharedWork } from '../../shared-work.ts'
import { inSlices } from '../../slices.ts'
import { type Answers, placeOfVoice, readAnswers, ways } from '../../speakers/answers.ts'
import { liveVoices } from '../../speakers/live-voices.ts'
import { pageOfAnswers } from '../../speakers/page-of-answers.ts'
import { whoAnswersWhom } from '../../speakers/who-answers-whom.ts'
import { liveSurroundings } from '../../work-lists/surroundings.ts'
import { describing } from '../claim/claim-card.ts'

type Verbs = Pick<ProjectHandlers['speaker'], 'whoAnswersWhom' | 'answersBetween'>

/** Who answers whom. All answers are read once and kept until something of them changes. */
export function whoAnswersWhomHandlers({ project }: ProjectContext): Verbs {
  const { repositories } = project
  const documents = knownDocuments(project)
  const voices = liveVoices(project)
  const argument = liveArgument(project)
  const around = liveSurroundings(project)
  const kept = { document: keptWith(readAnswers), nobody: keptWith(readAnswers) }

  // What was asked for last, as long as the answers are the same.
  const counted = new WeakMap<Answers, Map<string, Promise<WhoAnswersWhom>>>()

  const answers = async (unset: AnswersAsked['unset']): Promise<Answers> =>
    kept[unset](await argument.now(), around(), voices(unset))

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
    async whoAnswersWhom(asked) {
      const all = await answers(asked.unset)
      const counts = counted.get(all) ?? new Map<string, Promise<WhoAnswersWhom>>()
      counted.set(all, counts)
      const key = JSON.stringify(asked.documents)
      if (!counts.has(key)) counts.clear()
      return sharedWork(counts, key, () => whoAnswersWhom(all, counting(asked), inSlices()))
    },

    async answersBetween({ from, to, start, count, ...which }) {
      const all = await answers(which.unset)
      const { fits, dates } = counting(which)
      const placeOf = (key: string | null) => (key === null ? null : placeOfVoice(all.voices, key))
      const asked = { from: placeOf(from), to: placeOf(to), fits, start, count }
      const { total, rows: shown } = pageOfAnswers(all, dates, asked)
      const links = repositories.links.listByIds([...new Set(shown.map((i) => all.link[i] as LinkId))])
      const byId = new Map(links.map((link) => [link.id, link]))
      const describe = describing(repositories, [], links)
      return {
        total,
        answers: shown.flatMap((i) => {
          const link = byId.get(all.link[i] as LinkId)
          if (!link) return []
          const ends = all.swapped[i] ? [link.target, link.source] : [link.source, link.target]
          return {
            link,
            stance: ways[all.stance[i]!]!,
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
