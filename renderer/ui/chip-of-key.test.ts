import { describe, expect, it } from 'vitest'
import { chipOfKey } from './chip-of-key.ts'

const chips = (...titles: string[]) => titles.map((title) => ({ id: title, title }))
const certainty = chips('low', 'likely', 'high', 'Éprouvé')

describe('chipOfKey', () => {
  it('takes what begins with the letter, whatever its case and accents', () => {
    expect(chipOfKey(certainty, 'H', null)?.id).toBe('high')
    expect(chipOfKey(certainty, 'e', null)?.id).toBe('Éprouvé')
    expect(chipOfKey(certainty, 'x', null)).toBeUndefined()
  })

  it('goes round those that begin alike', () => {
    expect(chipOfKey(certainty, 'l', null)?.id).toBe('low')
    expect(chipOfKey(certainty, 'l', 'low')?.id).toBe('likely')
    expect(chipOfKey(certainty, 'l', 'likely')?.id).toBe('low')
  })

  it('takes a digit for a place unless a choice begins with it', () => {
    expect(chipOfKey(certainty, '3', null)?.id).toBe('high')
    expect(chipOfKey(certainty, '9', null)).toBeUndefined()
    expect(chipOfKey(chips('3', '2', '1'), '1', null)?.id).toBe('1')
  })
})
