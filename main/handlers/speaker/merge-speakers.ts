import type { OpenProject } from '../../../db/open-project.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { SpeakerId } from '../../../preload/contract/ids.ts'
import type { ParsedOf } from '../../../preload/contract/index.ts'
import type { MergedSpeakers, Speaker } from '../../../preload/contract/speaker.ts'
import type { Argument } from '../../argument/argument.ts'
import type { Stances } from '../../argument/attacks.ts'
import { eachOnce, namesOf } from './speaker-named.ts'

export interface SpeakerMerging {
  target: Speaker
  /** Those that go. */
  sources: Speaker[]
  /** What it changes. */
  told: MergedSpeakers
}

/** What a merging would change. Nothing is written for it: thousands of passages may change their speaker. */
export function planSpeakerMerging(
  { repositories: { memos, speakerPassages, speakers } }: OpenProject,
  { argument, stances }: { argument: Argument; stances: Stances },
  { ids, into }: ParsedOf<'speaker.merge'>,
): SpeakerMerging {
  const target = speakers.get(into)
  const sources = [...new Set(ids)].filter((id) => id !== into).map((id) => speakers.get(id))
  if (sources.length === 0)
    throw new Failure('bad-input', 'Merging takes at least two speakers. Choose another one.')
  const told = {
    passages: sources.reduce((sum, { id }) => sum + speakerPassages.count(id), 0),
    memos: sources.reduce((sum, { id }) => sum + memos.listAbout({ speaker: id }).length, 0),
    names: eachOnce(sources.flatMap(namesOf), namesOf(target)),
    between: countAttacksAmong(argument, stances, new Set([into, ...sources.map(({ id }) => id)])),
  }
  return { target, sources, told }
}

/** Makes several speakers one. Inside a step. */
export function mergeSpeakers(
  { repositories: { memos, speakerPassages, speakers } }: OpenProject,
  { target, sources, told }: SpeakerMerging,
): void {
  for (const { id } of sources) {
    speakerPassages.move(id, target.id)
    memos.moveToSpeaker(id, target.id)
  }
  const kinds = new Set(sources.map(({ kind }) => kind).filter((kind) => kind !== 'unknown'))
  const [kind] = kinds
  speakers.update(target.id, {
    variants: [...target.variants, ...told.names],
    // What was known of those that go, where nothing was of the one that stays.
    kind: target.kind === 'unknown' && kinds.size === 1 ? kind : undefined,
  })
  for (const { id } of sources) speakers.delete(id)
}

/** Links against something from a passage of one of these speakers to one of another. */
function countAttacksAmong(argument: Argument, stances: Stances, speakers: ReadonlySet<SpeakerId>): number {
  const { type, speaker, sourceAnnotation, targetAnnotation } = argument
  let count = 0
  for (let link = 1; link < type.length; link++) {
    if (type[link] === 0 || !stances.get(type[link]!)?.against) continue
    const [by, of] = [speaker[sourceAnnotation[link]!]!, speaker[targetAnnotation[link]!]!]
    if (by !== of && speakers.has(by as SpeakerId) && speakers.has(of as SpeakerId)) count += 1
  }
  return count
}
