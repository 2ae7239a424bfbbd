// @vitest-environment node

import { expect, test, vi } from 'vitest'
import { projectContract } from '../preload/contract/index.ts'

const answer = vi.fn()
vi.stubGlobal('window', { rejoinder: { request: answer } })
const { request, writing } = await import('./client.ts')

// Whoever adds a channel that changes the project and does not say so here leaves a person without “Saving…”.
const readingOnly =
  /\.(get|inherited|list|packed|columns|details|order|summaries|count|counts|search|lacking|seek\w*|outdated|nextOutdated|firstOutdated|candidates|cues|mentions|card|likely\w*|remarks|original\w*|preview\w*|formats|write|read|further|threads|copy|find|passages|beginnings|group|offers|compare|findings|describe|text|deletionCost|state|of|marks|cards|counter|awaiting|info|stats|check|undone|saveCopy|make|makeSeveral|prepare|run|lines|linesAt|tagsAt|csvOf|words|collocates|whoAnswersWhom|answersBetween|versions|splitWays|splitGroups|annotationIds|lives|entries|namedNowhere|rows|open|look|choose|beginning|close|recognise)$/

test('every channel of a project either changes it or only reads it', () => {
  const channels = Object.entries(projectContract).flatMap(([thing, calls]) =>
    Object.keys(calls).map((call) => `${thing}.${call}`),
  )
  const isClear = (channel: string) => writing.test(channel) !== readingOnly.test(channel)
  expect(channels.length).toBeGreaterThan(100)
  // `claim.state` states a claim; `history.state` tells one.
  expect(channels.filter((channel) => !isClear(channel))).toEqual(['claim.state'])
})

test('what is asked while a project closes comes too late, and is no failure to tell of', async () => {
  answer.mockResolvedValue({ ok: false, code: 'no-project', message: 'No project is open.' })
  await expect(request('project.info', undefined)).rejects.toMatchObject({ code: 'cancelled' })
  answer.mockResolvedValue({ ok: false, code: 'internal', message: 'The disk is full.' })
  await expect(request('project.info', undefined)).rejects.toMatchObject({ code: 'internal' })
})
