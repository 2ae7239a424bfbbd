import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { workspacesIn } from './workspaces.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workspaces-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('workspaces', () => {
  it('are kept for each project by itself', () => {
    workspacesIn(folder).keep('a', '{"at":1}')
    workspacesIn(folder).keep('b', '{"at":2}')
    expect(workspacesIn(folder).get('a')).toBe('{"at":1}')
    expect(workspacesIn(folder).get('c')).toBeNull()
  })

  it('stay in their folder, whatever the project calls itself', () => {
    const outside = '../../outside'
    workspacesIn(folder).keep(outside, '{}')
    expect(workspacesIn(folder).get(outside)).toBe('{}')
    expect(readdirSync(folder)).toEqual(['workspaces'])
    expect(readdirSync(join(folder, 'workspaces'))).toHaveLength(1)
  })
})
