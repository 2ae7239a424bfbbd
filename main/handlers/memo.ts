import { Failure } from '../../preload/contract/failure.ts'
import type { ProjectHandlers } from '../../preload/contract/index.ts'
import type { MemoSubject } from '../../preload/contract/memo.ts'
import type { ProjectContext } from '../project-context.ts'
import { typing } from './typing.ts'

export function memoHandlers({ annotator, project }: ProjectContext): ProjectHandlers['memo'] {
  const { history, newUid, now, repositories } = project
  const { memos } = repositories

  /** Fails with `not-found` when what the memo is to be about has gone. */
  function requireSubject(about: MemoSubject): void {
    if ('annotation' in about) repositories.annotations.get(about.annotation)
    else if ('claim' in about) repositories.claims.get(about.claim)
    else if ('link' in about) repositories.links.get(about.link)
    else if ('document' in about) repositories.documents.get(about.document)
    else if ('tag' in about) repositories.tags.get(about.tag)
    else if ('speaker' in about) repositories.speakers.get(about.speaker)
  }

  return {
    list: ({ about }) => (about === null ? memos.list() : memos.listAbout(about)),
    create({ about, text }) {
      requireSubject(about)
      const id = history.record('add memo', () =>
        memos.insert({ uid: newUid(), about, annotatorId: annotator(), text, created: now() }),
      )
      return memos.get(id)
    },
    update({ id, text }) {
      memos.get(id)
      history.record('edit memo', () => memos.update(id, text), typing(`memo ${id}`, { text }))
      return memos.get(id)
    },
    delete({ id }) {
      history.record('delete memo', () => {
        if (!memos.delete(id)) throw new Failure('not-found', 'This memo is not there any more.')
      })
    },
  }
}
