import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recentIn } from './recent.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recent-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('recent projects', () => {
  it('stand most recent first, each once, under the name they had last', () => {
    const recent = recentIn(folder)
    recent.opened('/p/a.rejoinder', 'A')
    recent.opened('/p/b.rejoinder', 'B')
    recent.opened('/p/a.rejoinder', 'A, renamed')
    expect(
      recentIn(folder)
        .list()
        .map((project) => project.name),
    ).toEqual(['A, renamed', 'B'])
  })

  it('are twenty at most', () => {
    const recent = recentIn(folder)
    for (let i = 0; i < 25; i += 1) recent.opened(`/p/${i}.rejoinder`, `${i}`)
    expect(recent.list()).toHaveLength(20)
    expect(recent.has('/p/24.rejoinder')).toBe(true)
    expect(recent.has('/p/4.rejoinder')).toBe(false)
  })

  it('say which file is missing', () => {
    const there = join(folder, 'there.rejoinder')
    writeFileSync(there, '')
    const recent = recentIn(folder)
    recent.opened(there, 'There')
    recent.opened(join(folder, 'gone.rejoinder'), 'Gone')
    expect(recent.list().map(({ name, missing }) => [name, missing])).toEqual([
      ['Gone', true],
      ['There', false],
    ])
  })

  it('remember the open one until the person closes it', () => {
    recentIn(folder).opened('/p/a.rejoinder', 'A')
    expect(recentIn(folder).open()).toBe('/p/a.rejoinder')
    recentIn(folder).closed()
    expect(recentIn(folder).open()).toBeNull()
    expect(recentIn(folder).list()).toHaveLength(1)
  })
})
