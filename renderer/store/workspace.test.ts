import { expect, test } from 'vitest'
import type { TagId } from '../../preload/contract/ids.ts'
import { nothingOpen, workbench } from './workbench.ts'
import { restoreWorkspace } from './workspace.ts'

test('the tags chosen for paper in one project are not those of the next, but the paper is', () => {
  const { panes, activeSide, shown, pending, print } = workbench.getState()
  const before = JSON.stringify({ panes, activeSide, shown, pending, places: [] })
  for (const kept of [null, before]) {
    workbench.setState({ print: { ...print, paper: 'Letter', tagIds: [2 as TagId] } })
    workbench.setState(nothingOpen)
    restoreWorkspace(kept)
    expect(workbench.getState().print).toEqual({ ...print, paper: 'Letter', tagIds: null })
  }
  restoreWorkspace(JSON.stringify({ ...JSON.parse(before), print: { ...print, tagIds: [3] } }))
  expect(workbench.getState().print.tagIds).toEqual([3])
})
