import { expect, test } from 'vitest'
import type { ClaimSummary } from '../../preload/contract/claim.ts'
import { workbench } from '../store/workbench.ts'
import { wordedSo } from './state-claim.ts'

test('a claim is held to be there already only where nothing but its dress differs', () => {
  const claims = [
    { id: 7, statement: 'दिन अच्छा है' },
    { id: 8, statement: 'Fares rose by 5.' },
  ]
  workbench.setState({ claims: claims as ClaimSummary[] })
  expect(wordedSo('दान अच्छा है')).toBeUndefined()
  expect(wordedSo('Fares rose by −5')).toBeUndefined()
  expect(wordedSo('.')).toBeUndefined()
  expect(wordedSo('“Fares rose by 5!”')?.id).toBe(8)
})
