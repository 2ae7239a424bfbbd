import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyStep, perform } from '../../db/testing/gestures.ts'
import { noFilter } from '../../preload/contract/filter.ts'
import type { AnnotatorId, SpeakerId, TagId } from '../../preload/contract/ids.ts'
import { type WorkListAsked, workLists } from '../../preload/contract/work-list.ts'
import { testSession } from '../testing/session.ts'
import { plainList } from './testing/plain-lists.ts'

const date = fc.constantFrom('2019', '2020', '2020-05', '2020-05-03', '2021-01-01', 'spring 2020', '')
const ids = fc.constantFrom<readonly number[]>([], [], [1], [2], [1, 2, 3])
const filters = fc.record({
  documents: fc.record({
    title: fc.constant(''),
    fields: fc.constantFrom<{ name: string; value: string }[]>([], [], [{ name: 'author', value: 'da' }]),
    from: fc.oneof(fc.constant(''), date),
    until: fc.oneof(fc.constant(''), date),
  }),
  annotations: fc.record({
    tagIds: ids.map((all) => all as TagId[]),
    speakerIds: ids.map((all) => all as SpeakerId[]),
    annotatorIds: ids.map((all) => all as AnnotatorId[]),
  }),
})
/** Dates and names that meet each other now and then. */
const step = fc
  .tuple(anyStep, fc.array(date, { minLength: 2, maxLength: 2 }))
  .map(([one, dates]) => ({ ...one, words: [...dates, 'Ada', 'ada ', 'Ben'].filter(Boolean) }))
/** The first steps make something to work on. */
const furnishing = [
  ['addAnnotator', 'addDocument', 'addDocument'],
  ['addSpeaker', 'addClaim', 'addClaim', 'addDocument'],
  ['addAnnotation', 'addAnnotation', 'addAnnotation', 'addAnnotation', 'addAnnotation', 'addAnnotation'],
  ['addLink', 'addLink', 'addLink', 'addLink'],
] as never[]
const move = fc.oneof(
  { weight: 6, arbitrary: step.map((one) => ({ kind: 'do' as const, step: one })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'undo' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'redo' as const }) },
)

test('each list is what it is by definition, after whatever was done, undone and done again', {
  timeout: 120_000,
}, async () => {
  const starts = fc.array(step, { minLength: furnishing.length, maxLength: furnishing.length })
  const later = fc.array(fc.tuple(move, filters, date), { minLength: 3, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(starts, later, async (first, moves) => {
      const { project, ask } = testSession()
      for (const [at, names] of furnishing.entries()) perform(project, { ...first[at]!, names })
      for (const [one, filter, after] of [[null, noFilter, '2019'] as const, ...moves]) {
        if (one?.kind === 'do') perform(project, one.step as never)
        else if (one) project.history[one.kind]()
        for (const list of workLists) {
          for (const own of [noFilter, filter]) {
            const asked: WorkListAsked = { list, filter: own, after, order: 'project' }
            expect([list, ...(await ask('workList.entries', asked))]).toEqual([
              list,
              ...plainList(project, asked),
            ])
          }
        }
      }
      await project.close()
    }),
    { numRuns: 25, endOnFailure: true },
  )
})
