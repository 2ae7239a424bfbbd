import { expect, it } from 'vitest'
import { standardLinkTypes } from '../../../preload/contract/link-type.ts'
import { meaningOf } from './link-meanings.ts'

it('says what each type of a new project means, and nothing of what a person has named', () => {
  expect(standardLinkTypes.map(meaningOf)).not.toContain('')
  expect(meaningOf({ uid: 'rebuts', name: 'denies' })).toBe('')
  expect(meaningOf({ uid: '7c1f', name: 'rebuts' })).toBe('')
})
