import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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
    expect(salvage({ theme: 'purple', textSize: 400, name: 'Ada' })).toEqual({
      theme: 'system',
      textSize: 18,
      tagUnit: 'sentence',
      askRequired: true,
      name: 'Ada',
    })
    expect(salvage('nonsense').theme).toBe('system')
  })

  it('start anew where the file cannot be read, and leave no half file behind', () => {
    writeFileSync(join(folder, 'preferences.json'), '{"theme": "da')
    const preferences = preferencesIn(folder)
    expect(preferences.get().theme).toBe('system')
    preferences.change({ theme: 'light' })
    expect(JSON.parse(readFileSync(join(folder, 'preferences.json'), 'utf8')).theme).toBe('light')
  })
})
