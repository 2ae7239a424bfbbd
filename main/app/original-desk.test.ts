import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Reply } from '../../preload/contract/failure.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import { originalDesk } from './original-desk.ts'

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'rejoinder-original-')), 'originals')
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

function desk(name: string, ending: string, problem = '') {
  const opened: string[] = []
  const request = async (channel: string): Promise<Reply<unknown>> => ({
    ok: true,
    value: channel === 'document.original' ? { name, ending } : Buffer.from('Tram'),
  })
  const openPath = async (path: string) => {
    opened.push(path)
    return problem
  }
  return { opened, ...originalDesk({ request, folder, openPath }) }
}

test('opens a copy under a harmless name, and takes it away at the end', async () => {
  const { open, opened, removeCopies } = desk('../a$(b).sh\n.bat', 'txt')
  await open(1 as DocumentId)
  expect(basename(opened[0]!)).toBe('a b sh.txt')
  expect(opened[0]!.startsWith(folder)).toBe(true)
  expect(readFileSync(opened[0]!, 'utf8')).toBe('Tram')
  removeCopies()
  expect(existsSync(folder)).toBe(false)
})

test('opens nothing that could bring a program with it, and says when there is no program for it', async () => {
  const macros = desk('a.docm', 'docm')
  await expect(macros.open(1 as DocumentId)).rejects.toMatchObject({ code: 'bad-input' })
  expect(macros.opened).toEqual([])
  await expect(desk('a.epub', 'epub', 'none').open(1 as DocumentId)).rejects.toThrow('save a copy instead')
})
