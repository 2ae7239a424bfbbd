import type { OpenProject } from '../../../db/open-project.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { ParsedOf } from '../../../preload/contract/index.ts'
import type { SplitSpeaker } from '../../../preload/contract/speaker.ts'
import { eachOnce, namesOf, speakerNamed } from './speaker-named.ts'

/** Makes some passages and names of a speaker those of a new one, and counts what goes along. Inside a step. */
export function splitSpeaker(
  { newUid, repositories }: OpenProject,
  { id, name, variants, annotations: chosen }: ParsedOf<'speaker.split'>,
): SplitSpeaker {
  const { annotations, speakerPassages, speakers } = repositories
  const before = speakers.get(id)
  const own = new Set(speakerPassages.ids(id))
  const going = [...new Set(chosen)]
  if (going.some((annotation) => !own.has(annotation)))
    throw new Failure('bad-input', 'A passage to be split off is not this speaker’s. Choose among theirs.')
  if (variants.some((variant) => !before.variants.includes(variant)))
    throw new Failure('bad-input', 'A name to be split off is not this speaker’s. Choose among theirs.')
  if (going.length === 0 && variants.length === 0)
    throw new Failure('bad-input', 'Choose the passages or the names of the other speaker.')

  const taken = new Set(variants)
  // The name of the new one may be a variant that was not chosen: it is no name of the other one any more.
  const left = before.variants.filter(
    (variant) => !taken.has(variant) && variant.toLowerCase() !== name.toLowerCase(),
  )
  speakers.update(id, { variants: left })
  const known = speakerNamed(speakers.list(), name)
  if (known) throw new Failure('exists', `“${name}” is a name of ${known.name} already. Give another name.`)

  const names = eachOnce(variants, [name])
  const split = speakers.insert({ uid: newUid(), name, kind: before.kind, variants: names })
  for (const annotation of going) annotations.update(annotation, { speakerId: split })
  return {
    id: split,
    passages: going.length,
    passagesLeft: own.size - going.length,
    variants: names,
    namesLeft: namesOf({ name: before.name, variants: left }),
  }
}
