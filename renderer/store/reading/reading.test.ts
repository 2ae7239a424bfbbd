import { beforeEach, expect, test } from 'vitest'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { usualPreferences } from '../../../preload/contract/preferences.ts'
import { workbench } from '../workbench.ts'
import { readingOf, setOwnReading } from './reading.ts'

const one = 1 as DocumentId
const other = 2 as DocumentId

beforeEach(() => workbench.setState(workbench.getInitialState(), true))

test('a text is set as all are, but for what it has of its own', () => {
  workbench.setState({ preferences: { ...usualPreferences, textSize: 22, leading: 1.8 } })
  setOwnReading(one, { font: 'sans', textSize: 14 })
  expect(readingOf(one)).toMatchObject({ font: 'sans', textSize: 14, leading: 1.8 })
  expect(readingOf(other)).toMatchObject({ font: 'serif', textSize: 22, leading: 1.8 })
  expect(readingOf(null)).toEqual(readingOf(other))
})

test('a text whose own settings are taken away is set as all are', () => {
  setOwnReading(one, { measure: 90 })
  setOwnReading(one, null)
  expect(readingOf(one)).toEqual(readingOf(other))
  expect(workbench.getState().ownReading.size).toBe(0)
})
