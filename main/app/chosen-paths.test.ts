import { describe, expect, it } from 'vitest'
import { chosenPaths } from './chosen-paths.ts'

describe('chosen paths', () => {
  it('allow a path for what it was chosen for and for nothing else', () => {
    const chosen = chosenPaths()
    chosen.add('read', ['/texts/speech.txt'])
    expect(() => chosen.demand('read', ['/texts/speech.txt'])).not.toThrow()
    expect(() => chosen.demand('write', ['/texts/speech.txt'])).toThrow(
      expect.objectContaining({ code: 'not-chosen' }),
    )
  })

  it('refuse a list in which one path was not chosen, and one that only leads to a chosen place', () => {
    const chosen = chosenPaths()
    chosen.add('read', ['/texts/speech.txt'])
    for (const other of ['/etc/passwd', '/texts/../texts/speech.txt', '/texts', '/texts/speech.txt/']) {
      expect(() => chosen.demand('read', ['/texts/speech.txt', other])).toThrow(
        expect.objectContaining({ code: 'not-chosen' }),
      )
    }
  })
})
