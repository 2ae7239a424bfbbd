import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listFiles } from './list-files.ts'

let place: string
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'rejoinder-list-'))
})
afterEach(() => rm(place, { recursive: true }))

async function write(...names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(join(place, name, '..'), { recursive: true })
    await writeFile(join(place, name), 'Tram')
  }
}

const listed = async (...names: string[]) =>
  listFiles(
    names.map((name) => join(place, name)),
    [],
  )

test('lists a folder in its order, deepest last, numbers as numbers', async () => {
  await write(
    'texts/10 b.txt',
    'texts/9 a.md',
    'texts/Ä.html',
    'texts/older/1.txt',
    'texts/older/deep/2',
    'texts/new/3.txt',
  )
  const { files } = await listed('texts')
  expect(files.map(({ name }) => name)).toEqual([
    'texts/9 a.md',
    'texts/10 b.txt',
    'texts/Ä.html',
    'texts/new/3.txt',
    'texts/older/1.txt',
    'texts/older/deep/2',
  ])
  expect(files[0]?.path).toBe(join(place, 'texts/9 a.md'))
})

test('lists what was chosen once, whatever its ending and however often', async () => {
  await write('a.weird', 'texts/b.txt')
  const { files } = await listed('a.weird', 'texts/b.txt', 'texts', 'a.weird')
  expect(files.map(({ name }) => name)).toEqual(['a.weird', 'b.txt'])
})

test('passes over hidden files and the parts of saved pages', async () => {
  await write(
    'texts/.DS_Store',
    'texts/.git/a.txt',
    'texts/page.html',
    'texts/page_files/frame.html',
    'texts/my_files/b.txt',
  )
  const { files, passedOver } = await listed('texts')
  expect(files.map(({ name }) => name)).toEqual(['texts/page.html', 'texts/my_files/b.txt'])
  expect(passedOver).toEqual([])
})

test('knows the folder of a saved page in other languages, and beside the page where both were chosen', async () => {
  await write(
    'texts/Seite.htm',
    'texts/Seite-Dateien/a.html',
    'texts/page.html',
    'texts/page_fichiers/b.html',
    'texts/none_files/c.html',
  )
  const names = ({ files }: Awaited<ReturnType<typeof listed>>) => files.map(({ name }) => name)
  expect(names(await listed('texts'))).toEqual([
    'texts/page.html',
    'texts/Seite.htm',
    'texts/none_files/c.html',
  ])
  expect(names(await listed('texts/page_fichiers', 'texts/page.html'))).toEqual(['page.html'])
  expect(names(await listed('texts/page_fichiers'))).toEqual(['page_fichiers/b.html'])
})

test('counts what has the ending of no text', async () => {
  await write('texts/a.txt', 'texts/b.png', 'texts/c/d.JS', 'texts/e.png', 'texts/f.pdf')
  const { files, passedOver } = await listed('texts')
  expect(files.map(({ name }) => name)).toEqual(['texts/a.txt', 'texts/f.pdf'])
  expect(passedOver).toEqual([
    {
      ...{ path: join(place, 'texts'), name: 'texts', count: 3, endings: ['.png', '.js'] },
      names: ['b.png', 'e.png', 'c/d.JS'],
    },
  ])
})

test('follows a link that was chosen and none in a folder', async () => {
  await write('outside/a.txt', 'texts/b.txt')
  await symlink(join(place, 'outside'), join(place, 'texts/folder'))
  await symlink(join(place, 'outside/a.txt'), join(place, 'texts/file.txt'))
  await symlink(join(place, 'texts'), join(place, 'texts/circle'))
  await symlink(join(place, 'outside/a.txt'), join(place, 'chosen.txt'))
  const { files } = await listed('texts', 'chosen.txt')
  expect(files.map(({ name, problem }) => [name, problem === '' ? 'read' : problem.slice(0, 14)])).toEqual([
    ['texts/b.txt', 'read'],
    ['texts/circle', 'This is a link'],
    ['texts/file.txt', 'This is a link'],
    ['texts/folder', 'This is a link'],
    ['chosen.txt', 'read'],
  ])
})

test('tells of a path where nothing is', async () => {
  expect((await listed('gone.txt')).files).toMatchObject([
    { name: 'gone.txt', problem: 'There is no such file: see whether it was moved or renamed.' },
  ])
})
