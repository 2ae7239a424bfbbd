import { request } from '../client.ts'
import { sameTags } from './reading/same-tags.ts'
import { workbench } from './workbench.ts'

let told: Promise<void> = Promise.resolve()

/** Asks for the codebook anew. */
export function refreshTags(): Promise<void> {
  told = request('tag.list', undefined).then((tags) =>
    workbench.setState((state) => ({ tags: sameTags(state.tags, tags) })),
  )
  return told
}

/** Settles when the window has the codebook as it was asked for last. */
export const tagsTold = (): Promise<void> => told
