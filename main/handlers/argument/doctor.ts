import { setImmediate } from 'node:timers/promises'
import { type Check, checks } from '../../../preload/contract/doctor.ts'
import { noFilter } from '../../../preload/contract/filter.ts'
import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import { liveArgument } from '../../argument/live-argument.ts'
import {
  answersTooEarly,
  bothWays,
  claimsWordedAlike,
  selfAttacks,
  supportedOpponents,
} from '../../doctor/checks.ts'
import { concernedBy, stateOf } from '../../doctor/concerned.ts'
import { correctedEnds } from '../../doctor/corrected-ends.ts'
import { createFindingDescriber } from '../../doctor/describe.ts'
import { type SameWords, sameWordsTaggedDifferently } from '../../doctor/wordings.ts'
import type { ProjectContext } from '../../project-context.ts'
import { sharedWork } from '../../shared-work.ts'
import { fittingOf } from '../../work-lists/fitting.ts'
import { listers } from '../../work-lists/lists.ts'
import { liveSurroundings } from '../../work-lists/surroundings.ts'
import { counted } from '../words.ts'

export function doctorHandlers({ annotator, project }: ProjectContext): ProjectHandlers['doctor'] {
  const { history, now, repositories } = project
  const { intendedFindings } = repositories
  const live = liveArgument(project)
  const around = liveSurroundings(project)

  // Found once until something changes; what was begun before a change is not kept.
  let found = new Map<Check, Promise<string[]>>()
  let sameWords = new Map<'all', Promise<SameWords>>()
  history.onCommitted(() => {
    found = new Map()
    sameWords = new Map()
  })

  const wordsNow = () =>
    sharedWork(sameWords, 'all', async () => sameWordsTaggedDifferently(project, await live.now()))
  const subjectsOf = (check: Check) => sharedWork(found, check, () => look(check))

  async function look(check: Check): Promise<string[]> {
    const argument = await live.now()
    const about = around()
    switch (check) {
      case 'self-attack':
        return selfAttacks(argument, about)
      case 'supports-opponent':
        return supportedOpponents(argument, about)
      case 'both-ways':
        return bothWays(argument, about)
      case 'same-words':
        return [...(await wordsNow()).keys()]
      case 'no-target': {
        const fitting = fittingOf(noFilter, argument, about)
        return listers['no-target']({ argument, about, fitting, after: '' }).map((id) => `a${id}`)
      }
      case 'same-claim':
        return claimsWordedAlike(repositories.claims.statements())
      case 'too-early':
        return answersTooEarly(argument, about)
      case 'corrected':
        return correctedEnds(project, argument)
    }
  }

  async function concerned(check: Check, subjects: readonly string[]) {
    const words = check === 'same-words' ? await wordsNow() : null
    return concernedBy(check, subjects, await live.now(), around(), words)
  }

  /** Of these subjects those whose judgement still holds. */
  async function holding(check: Check, subjects: readonly string[]): Promise<Set<string>> {
    const states = new Map(intendedFindings.listByCheck(check).map(({ subject, state }) => [subject, state]))
    const judged = subjects.filter((subject) => states.has(subject))
    const all = await concerned(check, judged)
    return new Set(
      judged.filter((subject) => stateOf(all.get(subject)!, repositories) === states.get(subject)),
    )
  }

  return {
    async counts() {
      const counts: { open: number; intended: number }[] = []
      for (const check of checks) {
        const subjects = await subjectsOf(check)
        const intended = (await holding(check, subjects)).size
        counts.push({ open: subjects.length - intended, intended })
        await setImmediate()
      }
      return counts
    },

    async findings({ check, show }) {
      const subjects = await subjectsOf(check)
      const intended = await holding(check, subjects)
      return subjects.filter((subject) => intended.has(subject) === (show === 'intended'))
    },

    async describe({ check, subjects }) {
      const there = new Set(await subjectsOf(check))
      const wanted = subjects.filter((subject) => there.has(subject))
      const all = await concerned(check, wanted)
      const describe = createFindingDescriber(repositories, await live.now(), around())
      const judged = new Map(intendedFindings.listByCheck(check).map((one) => [one.subject, one]))
      return wanted.flatMap((subject) => {
        const about = all.get(subject)!
        const described = describe(check, subject, about)
        if (!described) return []
        const own = judged.get(subject)
        const intended = own
          ? { who: own.who, at: own.created, changed: own.state !== stateOf(about, repositories) }
          : null
        return { subject, ...described, intended }
      })
    },

    async dismiss({ check, subjects }) {
      const all = await concerned(check, subjects)
      history.record(`judge ${counted(subjects.length, 'a finding', 'findings')} as intended`, () => {
        const annotatorId = annotator()
        for (const subject of subjects) {
          const state = stateOf(all.get(subject)!, repositories)
          intendedFindings.set(check, { subject, state, annotatorId, created: now() })
        }
      })
    },

    takeBack({ check, subjects }) {
      const label = `open ${counted(subjects.length, 'a finding', 'findings')} again`
      history.record(label, () => {
        for (const subject of subjects) intendedFindings.delete(check, subject)
      })
    },
  }
}
