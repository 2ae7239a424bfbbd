import { describe, expect, it } from 'vitest'
import { type CommandId, commands } from './index.ts'
import { isSingleKey, keyOfTag, keysOf } from './keys.ts'

const ids = Object.keys(commands) as CommandId[]
const usual = { keys: {}, singleKeys: true }

describe('the keys of a command', () => {
  it('are those of the table until others are chosen, and none when none are', () => {
    expect(keysOf('annotation.note', usual)).toEqual(['N'])
    expect(keysOf('annotation.note', { ...usual, keys: { 'annotation.note': ['F2', 'N'] } })).toEqual([
      'F2',
      'N',
    ])
    expect(keysOf('annotation.note', { ...usual, keys: { 'annotation.note': [] } })).toEqual([])
  })

  it('need Alt when single keys are switched off, and tags’ keys do too', () => {
    const choices = { ...usual, singleKeys: false }
    expect(keysOf('annotation.note', choices)).toEqual(['Alt+N'])
    expect(keysOf('annotation.retag', choices)).toEqual(['Alt+Shift+T'])
    expect(keysOf('go.next-annotation', choices)).toEqual(['Alt+]', 'F3'])
    expect(keysOf('annotation.delete', choices)).toEqual(['Delete', 'Backspace'])
    expect(keyOfTag({ key: 'c' }, choices)).toBe('Alt+C')
    expect(keyOfTag({ key: 'c' }, usual)).toBe('C')
    expect(keyOfTag({ key: '' }, usual)).toBeUndefined()
    for (const id of ids) expect(keysOf(id, choices).filter(isSingleKey), id).toEqual([])
  })

  it.each([true, false])('are of one command each, with single keys %s', (singleKeys) => {
    const seen = new Map<string, CommandId>()
    for (const id of ids) {
      for (const key of keysOf(id, { keys: {}, singleKeys })) {
        expect(seen.get(key), `${key} of ${id}`).toBeUndefined()
        seen.set(key, id)
      }
    }
  })
})
