import { Failure } from '../../preload/contract/failure.ts'
import type { ProjectHandlers } from '../../preload/contract/index.ts'
import type { ProjectContext } from '../project-context.ts'
import { typing } from './typing.ts'

export function claimHandlers({ project }: ProjectContext): ProjectHandlers['claim'] {
  const { history, newUid, now, repositories } = project
  const { annotationHits, claims } = repositories

  return {
    list: () => claims.list(),
    mentions({ id }) {
      claims.get(id)
      return annotationHits.listByClaim(id)
    },
    create({ statement, note }) {
      const created = now()
      const id = history.record('add claim', () => claims.insert({ uid: newUid(), statement, note, created }))
      return claims.get(id)
    },
    update({ id, change }) {
      claims.get(id)
      const label = change.statement === undefined ? 'edit note on claim' : 'edit claim'
      history.record(label, () => claims.update(id, change), typing(`claim ${id}`, change))
      return claims.get(id)
    },
    delete({ id }) {
      history.record('delete claim', () => {
        if (!claims.delete(id)) throw new Failure('not-found', 'This claim is not there any more.')
      })
    },
  }
}
