import type { DocumentSummary } from '../../../preload/contract/document.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { showFailure } from '../notices.ts'
import { workbench } from '../workbench.ts'

// Counting a long document anew takes longer than tagging in it, and nobody waits for the counts.
const quietMs = 120

const outdated = new Set<DocumentId>()
let timer: ReturnType<typeof setTimeout> | undefined

/** Asks for the summaries of these documents, at once or when no change has come for a moment. */
export function refreshSummaries(documents: Iterable<DocumentId>, { atOnce }: { atOnce: boolean }): void {
  for (const id of documents) outdated.add(id)
  clearTimeout(timer)
  if (atOnce) ask().catch(showFailure)
  else timer = setTimeout(() => ask().catch(showFailure), quietMs)
}

async function ask(): Promise<void> {
  const uid = workbench.getState().project?.uid
  const ids = [...outdated]
  outdated.clear()
  if (uid === undefined) return
  const summaries = await request('document.summaries', { ids })
  if (workbench.getState().project?.uid === uid) replaceSummaries(summaries)
}

/** Those that did not change stay the same objects. */
function replaceSummaries(summaries: readonly DocumentSummary[]): void {
  const fresh = new Map(summaries.map((document) => [document.id, document]))
  workbench.setState(({ documents }) => ({
    documents: documents.map((document) => fresh.get(document.id) ?? document),
  }))
}
