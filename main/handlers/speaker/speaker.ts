import { Failure } from '../../../preload/contract/failure.ts'
import type { SpeakerId } from '../../../preload/contract/ids.ts'
import type { ParsedOf, ProjectHandlers } from '../../../preload/contract/index.ts'
import { liveArgument } from '../../argument/live-argument.ts'
import type { ProjectContext } from '../../project-context.ts'
import { likelySame } from '../../speakers/likely-same.ts'
import { namedNowhere } from '../../speakers/named-nowhere.ts'
import { speakerCounts } from '../../speakers/speaker-counts.ts'
import { liveSurroundings } from '../../work-lists/surroundings.ts'
import { whoAnswersWhomHandlers } from '../argument/who-answers-whom.ts'
import { typing } from '../typing.ts'
import { counted } from '../words.ts'
import { mergeSpeakers, planSpeakerMerging } from './merge-speakers.ts'
import { eachOnce, namesOf, speakerNamed } from './speaker-named.ts'
import { splitSpeaker } from './split-speaker.ts'

export function speakerHandlers(context: ProjectContext): ProjectHandlers['speaker'] {
  const { project } = context
  const { history, newUid, repositories } = project
  const { annotationHits, annotations, speakerPassages, speakers, toldApart } = repositories
  const argument = liveArgument(project)
  const around = liveSurroundings(project)
  const byName = new Intl.Collator(undefined, { numeric: true })

  /** Fails where another speaker goes by a name that this one does not go by yet. */
  function requireFree(id: SpeakerId, names: readonly string[]): void {
    const [own, others] = [speakers.get(id), speakers.list().filter((one) => one.id !== id)]
    for (const name of names) {
      const other = namesOf(own).includes(name) ? undefined : speakerNamed(others, name)
      if (other)
        throw new Failure('exists', `“${name}” is a name of ${other.name} already. Merge the two instead.`)
    }
  }

  const planned = async (request: ParsedOf<'speaker.merge'>) =>
    planSpeakerMerging(project, { argument: await argument.now(), stances: around().stances }, request)

  return {
    list: () => speakers.list().sort((a, b) => byName.compare(a.name, b.name)),
    counts: async () => speakerCounts(await argument.now()),
    inherited({ annotation }) {
      const { documentId, spans } = annotations.get(annotation)
      const { voices } = around()
      const { start } = spans[0]!
      return {
        voice: voices.all[voices.of(null, documentId, start)]!,
        from: voices.from(documentId, start),
      }
    },
    passages({ id, count }) {
      speakers.get(id)
      const ids = speakerPassages.ids(id)
      const hits = new Map(annotationHits.listByIds(ids.slice(0, count)).map((hit) => [hit.id, hit]))
      return {
        total: ids.length,
        documents: speakerPassages.countDocuments(id),
        hits: ids.slice(0, count).flatMap((one) => hits.get(one) ?? []),
      }
    },
    create(speaker) {
      const known = speakerNamed(speakers.list(), speaker.name)
      if (known !== undefined) return known
      const id = history.record(`add speaker ${speaker.name}`, () =>
        speakers.insert({ uid: newUid(), ...speaker }),
      )
      return speakers.get(id)
    },
    update({ id, change }) {
      const before = speakers.get(id)
      const { name = before.name } = change
      const variants = change.variants && eachOnce(change.variants, [name])
      requireFree(id, [name, ...(variants ?? [])])
      const label =
        change.name === undefined
          ? `edit speaker ${before.name}`
          : `rename speaker ${before.name} to ${change.name}`
      history.record(
        label,
        () => speakers.update(id, { ...change, variants }),
        typing(`speaker ${id}`, change),
      )
      return speakers.get(id)
    },
    delete({ id }) {
      const { name } = speakers.get(id)
      history.record(`delete speaker ${name}`, () => speakers.delete(id))
    },

    namedNowhere: async () => namedNowhere(project, await argument.now()).map(({ id }) => id),
    async deleteNamedNowhere() {
      const those = namedNowhere(project, await argument.now())
      if (those.length === 0) return 0
      const label = `delete ${counted(those.length, 'a speaker', 'speakers')} that nothing names`
      history.record(label, () => {
        for (const { id } of those) speakers.delete(id)
      })
      return those.length
    },

    async merge(request) {
      const merging = await planned(request)
      const label = `merge ${counted(request.ids.length, 'a speaker', 'speakers')} into ${merging.target.name}`
      history.record(label, () => mergeSpeakers(project, merging))
      return merging.told
    },
    previewMerge: async (request) => (await planned(request)).told,

    split(request) {
      const { name } = speakers.get(request.id)
      return history.record(`split ${request.name} off ${name}`, () => splitSpeaker(project, request))
    },
    previewSplit: (request) => ({ ...history.rehearse(() => splitSpeaker(project, request)), id: null }),

    ...whoAnswersWhomHandlers(context),

    likely: async () => likelySame(speakers.list(), speakerCounts(await argument.now()), toldApart.list()),
    tellApart({ one, other }) {
      const [a, b] = [speakers.get(one), speakers.get(other)]
      if (one === other) throw new Failure('bad-input', 'Only two speakers can be told apart.')
      history.record(`tell ${a.name} and ${b.name} apart`, () => toldApart.insert(a.id, b.id))
    },
  }
}
