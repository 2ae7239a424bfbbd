import type { OpenProject } from '../../db/open-project.ts'
import { Failure } from '../../preload/contract/failure.ts'
import type { ParsedOf } from '../../preload/contract/index.ts'
import type { MergedSpeakers } from '../../preload/contract/speaker.ts'
import { eachOnce, namesOf } from './speaker-named.ts'

/** Makes several speakers one and counts what it changes on the way. Inside a step. */
export function mergeSpeakers(
  { repositories }: OpenProject,
  { ids, into }: ParsedOf<'speaker.merge'>,
): MergedSpeakers {
  const { memos, speakerPassages, speakers } = repositories
  const target = speakers.get(into)
  const sources = [...new Set(ids)].filter((id) => id !== into).map((id) => speakers.get(id))
  if (sources.length === 0)
    throw new Failure('bad-input', 'Merging takes at least two speakers. Choose another one.')

  const between = speakerPassages.countLinksBetween([into, ...sources.map(({ id }) => id)])
  const passages = sources.reduce((sum, { id }) => sum + speakerPassages.move(id, into), 0)
  const movedMemos = sources.reduce((sum, { id }) => sum + memos.moveToSpeaker(id, into), 0)
  const names = eachOnce(sources.flatMap(namesOf), namesOf(target))
  const kinds = new Set(sources.map(({ kind }) => kind).filter((kind) => kind !== 'unknown'))
  const [kind] = kinds
  speakers.update(into, {
    variants: [...target.variants, ...names],
    // What was known of those that go, where nothing was of the one that stays.
    kind: target.kind === 'unknown' && kinds.size === 1 ? kind : undefined,
  })
  for (const { id } of sources) speakers.delete(id)
  return { passages, memos: movedMemos, names, between }
}
