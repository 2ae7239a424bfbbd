import { useEffect } from 'react'
import { request } from '../../client.ts'
import { showFailure } from '../notices.ts'
import { useWorkbench, workbench } from '../workbench.ts'
import type { CopyGroup } from './copy-groups.ts'
import { passageAt } from './copy-groups.ts'

/** Rows that came into sight together are asked for together. */
let wanted = new Set<number>()
let isAsking = false
const mostAsked = 200

/** How a group’s first passage begins; undefined until it has come. */
export function useBeginning({ rows }: CopyGroup): string | undefined {
  const row = rows[0]!
  const words = useWorkbench((state) => state.copyBeginnings.get(row))
  useEffect(() => {
    if (words !== undefined) return
    wanted.add(row)
    askSoon()
    return () => {
      wanted.delete(row)
    }
  }, [row, words])
  return words
}

function askSoon(): void {
  if (isAsking) return
  isAsking = true
  setTimeout(() => {
    isAsking = false
    ask().catch(showFailure)
  })
}

async function ask(): Promise<void> {
  const { copies } = workbench.getState()
  const rows = [...wanted].slice(0, mostAsked)
  wanted = new Set([...wanted].slice(mostAsked))
  if (!copies || rows.length === 0) return
  const words = await request('copy.beginnings', { passages: rows.map((row) => passageAt(copies, row)) })
  // Others were found meanwhile: those rows are other passages now.
  if (workbench.getState().copies !== copies) {
    for (const row of rows) wanted.add(row)
    return askSoon()
  }
  workbench.setState(({ copyBeginnings }) => ({
    copyBeginnings: new Map([...copyBeginnings, ...rows.map((row, at) => [row, words[at]!] as const)]),
  }))
}
