import { useState } from 'react'
import { Failure } from '../../../preload/contract/failure.ts'
import { showFailure } from '../../store/notices.ts'

/** How far the writing of a file has come. `problem` is '' while there is none. */
export type Stage<Done> =
  | { name: 'choosing'; problem: string }
  | { name: 'asking-to-replace'; path: string }
  | { name: 'working'; task: string }
  | { name: 'done'; done: Done }

export interface Writing<Done> {
  stage: Stage<Done>
  choose: () => void
  /** Asks where the file goes, then writes it; first asks whether to replace what is there. */
  save: (target: () => Promise<{ path: string; exists: boolean } | null>) => Promise<void>
  /** Writes over what is there, once that was asked. */
  replace: (path: string) => Promise<void>
  /** Does something else that takes a while, and then what it answers. */
  work: (act: (task: string) => Promise<Stage<Done> | null>) => Promise<void>
}

export interface WritingProps<Done> {
  newTask: () => string
  write: (path: string, replace: boolean, task: string) => Promise<Done>
  /** What to say of a failure that has no words of its own. */
  failed: string
  /** Called where `work` has answered that there is nothing more to show. */
  onEnd: () => void
}

const choosing = { name: 'choosing', problem: '' } as const

/** The way from choosing what goes into a file to its being written; a failure leads back to the choice, which it heads. */
export function useWriting<Done>({ newTask, write, failed, onEnd }: WritingProps<Done>): Writing<Done> {
  const [stage, setStage] = useState<Stage<Done>>(choosing)
  const work: Writing<Done>['work'] = async (act) => {
    const task = newTask()
    setStage({ name: 'working', task })
    try {
      const next = await act(task)
      if (next) setStage(next)
      else onEnd()
    } catch (cause) {
      setStage({ name: 'choosing', problem: problemOf(cause, failed) })
    }
  }
  const put = (path: string, replace: boolean) =>
    work(async (task) => ({ name: 'done', done: await write(path, replace, task) }))
  return {
    stage,
    choose: () => setStage(choosing),
    async save(ask) {
      const target = await ask()
      if (target?.exists) setStage({ name: 'asking-to-replace', path: target.path })
      else if (target) await put(target.path, false)
    },
    replace: (path) => put(path, true),
    work,
  }
}

function problemOf(cause: unknown, failed: string): string {
  if (cause instanceof Failure)
    return cause.code === 'cancelled' ? 'Stopped. Nothing was written.' : cause.message
  showFailure(cause)
  return failed
}
