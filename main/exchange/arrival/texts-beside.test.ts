import { expect, it, vi } from 'vitest'
import { projectDataset } from '../project-dataset.ts'
import { arriving } from '../testing/arriving.ts'

vi.setConfig({ testTimeout: 120_000 })

const { open, at, bringTexts, bringAnnotations, annotationFolder } = arriving()

const webAnnotation = (source: string, exact: string, start: number) => ({
  ...{ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation' },
  target: {
    source,
    selector: [
      { type: 'TextQuoteSelector', exact },
      { type: 'TextPositionSelector', start, end: start + [...exact].length },
    ],
  },
  body: { type: 'TextualBody', value: 'Claim', purpose: 'tagging' },
})

const serverAnnotation = (document: string, quote: string, at: number) => ({
  ...{ annotation_id: `${document} ${at}`, annotates: { document_id: document, filepart_id: 'part' } },
  ...{
    anchor: `char-offset:${at}`,
    bodies: [
      { type: 'QUOTE', value: quote },
      { type: 'TAG', value: 'Claim' },
    ],
  },
})

it('takes the texts of web annotations that lie beside them by their names, counted in characters', async () => {
  const project = open()
  const path = annotationFolder({
    'a.json': JSON.stringify([
      webAnnotation('https://example.org/speech', 'tram pays', 6),
      webAnnotation('https://example.org/reply.html', 'It does not', 0),
    ]),
    'texts/Speech.txt': '🚋 The tram pays.\r\nThe tram pays.\r\n',
    'reply.html': '<p>It does <b>not</b>.</p>',
    'other.txt': 'Nothing of it.',
  })
  const { found, report } = await bringAnnotations(project, path)
  expect(found.documents).toEqual({ new: 2, same: 0, changed: 0, missing: 0 })
  expect(report).toMatchObject({ taken: { documents: 2, annotations: 2 }, doubts: [] })
  expect(report.unread.passedOver).toEqual(['other.txt'])
  const spans = projectDataset(project.project.repositories).annotations.map(({ spans }) => spans[0])
  expect(spans).toEqual(
    expect.arrayContaining([
      { start: 7, end: 16 },
      { start: 0, end: 11 },
    ]),
  )
})

it('takes the text of Recogito by its words, where only one that lies beside it has them', async () => {
  const lines = [serverAnnotation('1', 'The tram pays', 0), serverAnnotation('2', 'they say', 0)]
  const path = annotationFolder({
    'annotations.jsonl': lines.map((line) => JSON.stringify(line)).join('\n'),
    'speech.txt': 'The tram pays.',
    'one.txt': 'So they say.',
    'another.txt': 'And they say more.',
  })
  const { found, report } = await bringAnnotations(open(), path)
  expect(found.documents).toEqual({ new: 1, same: 0, changed: 0, missing: 1 })
  expect(report.taken).toMatchObject({ documents: 1, annotations: 1 })
  expect(report.unread.passedOver).toEqual(['another.txt', 'one.txt'])
})

it('gives the only text to annotations of another name where their words stand in it, and says so', async () => {
  const files = {
    'a.json': JSON.stringify([
      webAnnotation('https://example.org/other', 'The tram', 0),
      webAnnotation('https://example.org/other', 'pays for itself', 9),
      webAnnotation('https://example.org/third', 'The tram', 0),
      webAnnotation('https://example.org/third', 'is late again', 9),
      webAnnotation('https://example.org/third', 'pays', 9),
    ]),
    'speech.txt': 'The tram\npays\nfor itself.',
  }
  const { found, report } = await bringAnnotations(open(), annotationFolder(files))
  expect(found.documents).toEqual({ new: 1, same: 0, changed: 0, missing: 1 })
  expect(report.doubts).toContainEqual({
    where: 'other',
    what: 'No text of this name is here: “speech.txt” was taken for it, since the marked words stand there.',
  })
  expect(report.leftOut).toContainEqual({ what: 'annotations of texts that are not here', count: 3 })
})

it('takes the text of a single file that was chosen together with it, which does not come in twice', async () => {
  const project = open()
  annotationFolder({
    'a.json': JSON.stringify([webAnnotation('https://example.org/speech', 'tram pays', 4)]),
    'speech.txt': 'The tram pays.\n',
  })
  const [path, speech] = [at('corpus/a.json'), at('corpus/speech.txt')]
  const alone = await project.ask('annotationImport.read', { task: 'read', path })
  expect(alone.documents).toMatchObject({ new: 0, missing: 1 })
  const found = await project.ask('annotationImport.read', {
    task: 'read',
    path,
    beside: [speech, at('gone')],
  })
  expect(found.documents).toMatchObject({ new: 1, missing: 0 })
  const report = await project.ask('annotationImport.bring', { reading: found.reading })
  expect(report.taken).toMatchObject({ documents: 1, annotations: 1 })
  const texts = await bringTexts(project, speech)
  expect(texts.files).toMatchObject([{ outcome: 'already-there' }])
})
