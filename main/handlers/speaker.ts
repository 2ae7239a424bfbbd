import type { ProjectHandlers } from '../../preload/contract/index.ts'
import type { ProjectContext } from '../project-context.ts'
import { speakerNamed } from './speaker-named.ts'
import { typing } from './typing.ts'

export function speakerHandlers({ project }: ProjectContext): ProjectHandlers['speaker'] {
  const { history, newUid, repositories } = project
  const { speakers } = repositories
  const byName = new Intl.Collator(undefined, { numeric: true })

  return {
    list: () => speakers.list().sort((a, b) => byName.compare(a.name, b.name)),
    create(speaker) {
      const known = speakerNamed(speakers.list(), speaker.name)
      if (known !== undefined) return known
      const id = history.record(`add speaker ${speaker.name}`, () =>
        speakers.insert({ uid: newUid(), ...speaker }),
      )
      return speakers.get(id)
    },
    update({ id, change }) {
      const { name } = speakers.get(id)
      const label =
        change.name === undefined ? `edit speaker ${name}` : `rename speaker ${name} to ${change.name}`
      history.record(label, () => speakers.update(id, change), typing(`speaker ${id}`, change))
      return speakers.get(id)
    },
    delete({ id }) {
      const { name } = speakers.get(id)
      history.record(`delete speaker ${name}`, () => speakers.delete(id))
    },
  }
}
