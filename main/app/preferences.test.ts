import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { usualPreferences } from '../../preload/contract/preferences.ts'
import { preferencesIn, salvage } from './preferences.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'preferences-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('preferences', () => {
  it('are found again at the next start', () => {
    preferencesIn(folder).change({ theme: 'dark', textSize: 22 })
    expect(preferencesIn(folder).get()).toMatchObject({ theme: 'dark', textSize: 22 })
  })

  it('keep what makes sense of a file in which something does not', () => {
    const keys = { 'annotation.note': ['F2'], 'annotation.tag': 'T', 'some.later': ['F9'] }
    expect(salvage({ theme: 'purple', textSize: 400, name: 'Ada', font: 'sans', keys })).toEqual({
      ...usualPreferences,
      font: 'sans',
      name: 'Ada',
      keys: { 'annotation.note': ['F2'], 'some.later': ['F9'] },
    })
    expect(salvage('nonsense').theme).toBe('system')
  })

  it('open a file of an older version, with what is usual for what it did not know', () => {
    writeFileSync(join(folder, 'preferences.json'), '{ "name": "Ada", "theme": "dark", "textSize": 22 }')
    expect(preferencesIn(folder).get()).toEqual({
      ...usualPreferences,
      name: 'Ada',
      theme: 'dark',
      textSize: 22,
    })
  })

  it('leave in the file what they cannot read, until it is chosen anew', () => {
    const path = join(folder, 'preferences.json')
    const kept = () => JSON.parse(readFileSync(path, 'utf8'))
    const stored = { theme: 'moonlight', leading: 9, later: [1], keys: { 'annotation.tag': { press: 'T' } } }
    writeFileSync(path, JSON.stringify(stored))

    preferencesIn(folder).change({ textSize: 20, keys: { 'annotation.note': ['F2'] } })
    expect(kept()).toEqual({
      ...stored,
      textSize: 20,
      keys: { ...stored.keys, 'annotation.note': ['F2'] },
    })

    preferencesIn(folder).change({ theme: 'sepia', keys: { 'annotation.tag': ['F4'] } })
    expect(kept()).toMatchObject({ theme: 'sepia', leading: 9, keys: { 'annotation.tag': ['F4'] } })
    expect(kept().keys).not.toHaveProperty('annotation.note')
  })

  it('start anew where the file cannot be read, and leave no half file behind', () => {
    writeFileSync(join(folder, 'preferences.json'), '{"theme": "da')
    const preferences = preferencesIn(folder)
    expect(preferences.get().theme).toBe('system')
    preferences.change({ theme: 'light' })
    expect(JSON.parse(readFileSync(join(folder, 'preferences.json'), 'utf8')).theme).toBe('light')
  })
})
