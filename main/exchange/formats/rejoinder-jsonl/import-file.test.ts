import { statSync, writeFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { createProject } from '../../../../db/create-project.ts'
import type { OpenProject } from '../../../../db/open-project.ts'
import { dump } from '../../../../db/testing/dump.ts'
import { testFolder } from '../../../../db/testing/folder.ts'
import type * as Data from '../../dataset.ts'
import { projectDataset } from '../../project-dataset.ts'
import { tram } from '../../testing/tram.ts'
import { plainText } from '../plain-text.ts'
import { importExchangeFile } from './import-file.ts'
import { exchangeLines } from './lines.ts'

vi.setConfig({ testTimeout: 60_000 })

const file = testFolder()
const joins = { key: 'import', withinMs: 60_000 }

/** More text than is held until its step is done; every annotation stands at an end of one. */
const long: Data.Dataset = {
  ...tram,
  textOf: (id) => {
    const { text, blocks, marks, breaks } = tram.textOf(id)
    const filler = plainText(Array.from({ length: 4000 }, (_, line) => `${line} `.repeat(200)).join('\n'))
    const by = text.length + 1
    const moved = filler.blocks.map((block) => ({ ...block, start: block.start + by, end: block.end + by }))
    return { text: `${text}\n${filler.text}`, blocks: [...blocks, ...moved], marks, breaks }
  },
}
const linesOf = (dataset: Data.Dataset): string => [...exchangeLines(dataset)].join('\n')

function importing(
  project: OpenProject,
  lines: string,
  progress: (done: number, of: number) => void = () => {},
) {
  const path = file('in.jsonl')
  writeFileSync(path, `${lines}\n`)
  return importExchangeFile({ project, annotator: () => expect.unreachable() } as never, path, {
    ...{ joins, signal: undefined, progress },
  })
}

test('a long exchange file comes in as it is, as one step to undo and to do again', async () => {
  const project = createProject(file('long.rejoinder'))
  const before = linesOf(projectDataset(project.repositories))
  const lines = linesOf(long)
  const { documentIds, notes } = await importing(project, lines)
  expect([documentIds.length, notes]).toEqual([2, []])
  expect(linesOf(projectDataset(project.repositories))).toBe(lines)

  project.history.undo()
  expect(linesOf(projectDataset(project.repositories))).toBe(before)
  expect(project.history.state().undo).toBe(null)
  project.history.redo()
  expect(linesOf(projectDataset(project.repositories))).toBe(lines)

  expect((await importing(project, lines)).notes).toEqual([
    expect.stringContaining('In the project already, and left as they were: 2 annotators'),
  ])
  expect(linesOf(projectDataset(project.repositories))).toBe(lines)
  project.close()
})

test('the texts of a long exchange file are written ahead of its step, and not by it', async () => {
  const project = createProject(file('ahead.rejoinder'))
  const size = (): number => statSync(file('ahead.rejoinder')).size
  const opened = size()
  let beforeFirst = 0
  const told: number[] = []
  const wholes = new Set<number>()
  await importing(project, linesOf(long), (done, of) => {
    if (done > long.documents.length) beforeFirst ||= size() - opened
    told.push(done)
    wholes.add(of)
  })
  expect(beforeFirst).toBeGreaterThan(4_000_000)
  // The bar moves while they are written, never back, and arrives.
  expect(told.slice(0, 3)).toEqual([0, 1, 3])
  expect(told).toEqual([...new Set(told)].sort((a, b) => a - b))
  expect([...wholes]).toEqual([told.at(-1)])
  project.close()
})

test('of a long exchange file that does not fit the project nothing is left', async () => {
  const project = createProject(file('unfit.rejoinder'))
  const [first] = tram.documents
  const other: Data.Dataset = {
    ...{ ...tram, documents: [first!], annotations: [], claims: [], links: [], memos: [] },
    textOf: () => plainText('Another text.'),
  }
  await importing(project, linesOf(other))
  const before = dump(project.database)
  await expect(importing(project, linesOf(long))).rejects.toMatchObject({
    message: expect.stringMatching(/^Line \d+: the document “.*” is in the project with another text/),
  })
  expect(dump(project.database)).toEqual(before)
  project.close()
})
