import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createProjectInMemory } from '../../db/create-project.ts'
import { checkProject } from '../../db/gate/check.ts'
import type { OpenProject } from '../../db/open-project.ts'
import { addDocument } from '../../db/testing/documents.ts'
import type { Dataset } from './dataset.ts'
import { exchangeLines } from './formats/rejoinder-jsonl/lines.ts'
import { type Insertion, insertDataset, insertingDataset } from './insert-dataset.ts'
import { projectDataset } from './project-dataset.ts'
import { dataset as anyDataset } from './testing/dataset-arbitrary.ts'

vi.setConfig({ testTimeout: 60_000 })

let project: OpenProject | undefined
afterEach(() => project?.close())

function open(): OpenProject {
  project?.close()
  project = createProjectInMemory()
  return project
}

const insert = (project: OpenProject, dataset: Dataset): Insertion =>
  project.history.record('import', () =>
    insertDataset(project.repositories, dataset, { imported: project.now() }),
  )
const linesOf = (project: OpenProject): string[] => [...exchangeLines(projectDataset(project.repositories))]

const when = '2026-01-05T10:00:00.000Z'
const source = { name: 't.txt', mediaType: 'text/plain', sha256: '' }

function datasetOf(given: Partial<Dataset> & { text?: string } = {}): Dataset {
  const { text = 'The tram pays', ...rest } = given
  return {
    project: { name: 'Trams', description: '' },
    annotators: [{ id: 'a1', name: 'Ada' }],
    speakers: [],
    tags: [
      {
        ...{ id: 't1', name: 'Claim', role: 'claim', color: '#2563eb', key: '1', parent: null },
        ...{ definition: '', include: '', exclude: '', examples: [], attributes: [] },
      },
    ],
    linkTypes: [],
    documents: [{ id: 'd1', title: 'Statement', metadata: new Map(), status: 'to-do', source }],
    claims: [],
    annotations: [],
    links: [],
    memos: [],
    textOf: () => ({
      text,
      blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
      marks: [],
      breaks: [],
    }),
    ...rest,
  }
}

function annotationOf(id: string): Dataset['annotations'][number] {
  return {
    ...{ id, document: 'd1', annotator: 'a1', tag: 't1', spans: [{ start: 4, end: 8 }], claim: null },
    ...{ speaker: null, attributes: new Map(), confidence: null, note: '', created: when },
  }
}

describe('a dataset that comes into a project', () => {
  // Opening a project takes far longer than filling it, so each run leaves it empty for the next by undoing.
  it('becomes all of an empty one, and is written out again as it was, byte for byte', () => {
    const project = open()
    fc.assert(
      fc.property(anyDataset, (dataset) => {
        const lines = [...exchangeLines(dataset)]
        expect(insert(project, dataset).wholeProject).toBe(true)
        expect(linesOf(project)).toEqual(lines)
        expect(checkProject(project.database)).toEqual([])
        project.history.undo()
      }),
      { numRuns: 60 },
    )
  })

  it('goes with one undo and comes back with one redo, and adds nothing when it comes once more', () => {
    const project = open()
    const before = linesOf(project)
    fc.assert(
      fc.property(anyDataset, (dataset) => {
        insert(project, dataset)
        const after = linesOf(project)
        project.history.undo()
        expect(linesOf(project)).toEqual(before)
        project.history.redo()
        expect(linesOf(project)).toEqual(after)

        project.history.record('an annotator', () =>
          project.repositories.annotators.insert({ uid: 'us', name: 'Us' }),
        )
        expect(insert(project, dataset).added.size).toBe(0)
        project.history.undo()
        expect(linesOf(project)).toEqual(after)
        project.history.undo()
      }),
      { numRuns: 30 },
    )
  })

  it('can come in again after its import was taken back', () => {
    const project = open()
    insert(project, datasetOf({ annotations: [annotationOf('n1')] }))
    const lines = linesOf(project)
    project.history.undo()
    insert(project, datasetOf({ annotations: [annotationOf('n1')] }))
    expect(linesOf(project)).toEqual(lines)
  })

  it('leaves what is there as it is and tells how much that was', () => {
    const project = open()
    addDocument(project, 'A text of our own')
    insert(project, datasetOf({ annotations: [annotationOf('n1')] }))
    const result = insert(
      project,
      datasetOf({
        project: { name: 'Another name', description: 'Another description' },
        annotators: [{ id: 'a1', name: 'Somebody else' }],
        annotations: [{ ...annotationOf('n1'), note: 'changed elsewhere' }, annotationOf('n2')],
      }),
    )
    expect([...result.added]).toEqual([['annotation', 1]])
    expect(Object.fromEntries(result.alreadyThere)).toEqual({
      annotator: 1,
      tag: 1,
      document: 1,
      annotation: 1,
    })
    const dataset = projectDataset(project.repositories)
    expect(dataset.project.name).toBe('Untitled')
    expect(dataset.annotators).toEqual([{ id: 'a1', name: 'Ada' }])
    expect(dataset.annotations.map(({ id, note }) => [id, note])).toEqual([
      ['n1', ''],
      ['n2', ''],
    ])
  })

  it('comes in without the keys that tags of the project have', () => {
    const project = open()
    addDocument(project, 'A text of our own')
    expect(insert(project, datasetOf()).withoutKey).toEqual(['Claim'])
    expect(project.repositories.tags.findByUid('t1')?.key).toBe('')
    expect(project.repositories.tags.findByUid('claim')?.key).toBe('1')
  })

  it('is refused where one of its values is longer than a project file may hold', () => {
    const [claim] = datasetOf().claims
    const claims = [{ ...claim!, note: 'x'.repeat(10_000_001) }]
    expect(() => insert(open(), { ...datasetOf(), claims })).toThrow('a note of more than 10 million letters')
  })

  it('is refused where its tags stand in more levels below each other than anybody could read', () => {
    const project = open()
    const tags = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        ...datasetOf().tags[0]!,
        ...{ id: `t${at}`, name: `Level ${at + 1}`, key: '', parent: at === 0 ? null : `t${at - 1}` },
      }))
    const deep = (count: number) => ({ ...datasetOf({ annotations: [] }), tags: tags(count) })
    expect(() => insert(project, deep(101))).toThrow('The tag “Level 101” stands below more than 99 others')
    insert(project, deep(100))
    expect(project.repositories.tags.list().map(({ name }) => name)).toEqual(
      deep(100).tags.map(({ name }) => name),
    )
  })

  it('is refused where its offsets are those of another text', () => {
    const project = open()
    insert(project, datasetOf())
    const before = linesOf(project)
    const other = datasetOf({ text: 'Now the tram pays', annotations: [annotationOf('n1')] })
    expect(() => insert(project, other)).toThrow(
      'the document “Statement” is in the project with another text, so the new annotations of it cannot be placed',
    )
    expect(linesOf(project)).toEqual(before)
    expect(() => insert(project, datasetOf({ text: 'Now the tram pays' }))).not.toThrow()
  })

  it('keeps a link that points at a later one', () => {
    const project = open()
    const link = (id: string, target: Dataset['links'][number]['target']): Dataset['links'][number] => ({
      ...{ id, linkType: 'rebuts', source: { annotation: 'n1' }, target, annotator: 'a1' },
      ...{ strength: null, status: '', note: '', created: when },
    })
    const rebuts = {
      id: 'rebuts',
      name: 'rebuts',
      symmetric: false,
      color: '#dc2626',
      sourceRoles: [],
      targetRoles: [],
    }
    const dataset = datasetOf({
      annotations: [annotationOf('n1'), annotationOf('n2')],
      linkTypes: [rebuts],
      links: [link('l1', { link: 'l2' }), link('l2', { annotation: 'n2' })],
    })
    insert(project, dataset)
    expect(projectDataset(project.repositories).links).toEqual(dataset.links)
    project.history.undo()
    expect(projectDataset(project.repositories).links).toEqual([])
  })

  it('lets others ask between any two texts that it compares, and while it reads the ids that are there', () => {
    const project = open()
    const documents = Array.from({ length: 2100 }, (_, at) => ({
      ...{ id: `d${at}`, title: `${at}`, metadata: new Map(), status: 'to-do' as const, source },
    }))
    const dataset = datasetOf({ documents })
    insert(project, dataset)
    const compared = vi.spyOn(project.repositories.documents, 'plainText')
    const work = insertingDataset(project.repositories, dataset, { imported: project.now() })
    const comparedAtOnce: number[] = []
    for (let step = work.next(); !step.done; step = work.next()) {
      comparedAtOnce.push(compared.mock.calls.length)
      compared.mockClear()
    }
    expect(Math.max(...comparedAtOnce)).toBe(1)
    expect(comparedAtOnce.filter((count) => count === 1)).toHaveLength(2100)
    expect([...project.repositories.dataset.idsPausing('document')]).toHaveLength(2)
  })
})
