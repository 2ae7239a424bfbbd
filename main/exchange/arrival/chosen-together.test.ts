import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, it, vi } from 'vitest'
import { docxOf } from '../../import/testing/office-files.ts'
import type { TestSession } from '../../testing/session.ts'
import { projectDataset } from '../project-dataset.ts'
import { arriving } from '../testing/arriving.ts'

vi.setConfig({ testTimeout: 120_000 })

const { open, at } = arriving()

function write(files: Record<string, string | Uint8Array>): string[] {
  return Object.entries(files).map(([name, content]) => {
    mkdirSync(dirname(at(name)), { recursive: true })
    writeFileSync(at(name), content)
    return at(name)
  })
}

/** As the window does it: what is recognised comes in first, and what is left of the others afterwards as texts. */
async function bringAll(one: TestSession, paths: string[]) {
  const recognised = await one.ask('annotationImport.recognise', { paths })
  const taken = recognised.flatMap(({ path, together }) => [path, ...together])
  let rest = paths.filter((path) => !taken.includes(path))
  const reports = []
  for (const { path, format, together } of recognised) {
    const found = await one.ask('annotationImport.read', {
      ...{ task: 'read', path, format, together, beside: rest },
    })
    const report = await one.ask('annotationImport.bring', { reading: found.reading })
    rest = rest.filter((path) => !found.beside.includes(path))
    reports.push({ name: found.name, ...report })
  }
  return { reports, rest }
}

const quotesIn = ({ project }: TestSession): string[] => {
  const { annotations, textOf } = projectDataset(project.repositories)
  return annotations.map(({ document, spans }) =>
    spans.map(({ start, end }) => textOf(document).text.slice(start, end)).join(),
  )
}

it('a text and its sheet of brat come in as one, and the text not again', async () => {
  const project = open()
  const paths = write({ 'a.txt': 'The tram pays.', 'a.ann': 'T1\tClaim 4 8\ttram\n', 'b.txt': 'Not of it.' })
  const { reports, rest } = await bringAll(project, paths)
  expect(reports).toMatchObject([{ name: 'a.ann', taken: { documents: 1, annotations: 1 }, doubts: [] }])
  expect(quotesIn(project)).toEqual(['tram'])
  expect(rest).toEqual([at('b.txt')])
})

it('several sheets of one folder are one thing, with the settings beside them and a broken one told', async () => {
  const project = open()
  const paths = write({
    ...{ 'x/a.txt': 'The tram pays.', 'x/a.ann': 'T1\tClaim 4 8\ttram\n' },
    ...{
      'x/b.txt': 'It does not.',
      'x/b.ann': 'T1\tDoubt 0 2\tIt\n',
      'x/c.txt': 'No.',
      'x/c.ann': 'T1\tX 9\n',
    },
    ...{
      'x/annotation.conf': '[entities]\nClaim\nDoubt\n',
      'y/a.ann': 'T1\tClaim 0 2\tIt\n',
      'y/a.txt': 'It.',
    },
  })
  const { reports, rest } = await bringAll(project, paths)
  expect(reports).toMatchObject([
    { name: 'a.ann and 2 more', taken: { documents: 2, annotations: 2 } },
    { name: 'a.ann', taken: { documents: 1, annotations: 1 } },
  ])
  expect(reports[0]!.unread.refused).toMatchObject([{ where: 'c.ann' }])
  expect(quotesIn(project).toSorted()).toEqual(['It', 'It', 'tram'])
  // The text of a broken sheet is a text all the same.
  expect(rest).toEqual([at('x/c.txt')])
})

const selecting = (source: string, exact: string) => ({
  ...{ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation' },
  target: { source, selector: { type: 'TextQuoteSelector', exact } },
  body: { type: 'TextualBody', value: 'Claim', purpose: 'tagging' },
})

it('a Word document comes in with web annotations that name it, and keeps its file', async () => {
  const project = open()
  const docx = docxOf({ body: '<w:p><w:r><w:t>The tram pays.</w:t></w:r></w:p>' })
  const paths = write({
    'speech.docx': docx,
    'other.docx': docxOf({ body: '<w:p><w:r><w:t>The tram pays too.</w:t></w:r></w:p>' }),
    'a.json': JSON.stringify([
      selecting('https://example.org/speech.docx', 'tram pays'),
      selecting('https://example.org/gone.docx', 'tram pays'),
    ]),
  })
  const { reports, rest } = await bringAll(project, paths)
  expect(reports).toMatchObject([{ taken: { documents: 1, annotations: 1 } }])
  expect(reports[0]!.doubts).toMatchObject([
    { where: 'gone.docx', what: expect.stringContaining('no text of') },
  ])
  expect(quotesIn(project)).toEqual(['tram pays'])
  const { documents } = project.project.repositories
  const [only] = documents.list()
  expect(documents.get(only!.id).source.name).toBe('speech.docx')
  expect(rest).toEqual([at('other.docx')])
})
