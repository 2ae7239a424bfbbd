import { describe, expect, it, vi } from 'vitest'
import { arriving } from '../testing/arriving.ts'

vi.setConfig({ testTimeout: 120_000 })

const { open, bringAnnotations, annotationFolder } = arriving()

const text = '🚋 The tram pays. The tram pays, they say.\n'

describe('a folder with files of several kinds', () => {
  const conll = (words: string): string => `${words} O\n`

  it('brings the good ones in and says why others could not be read', async () => {
    const path = annotationFolder({
      'a.conll': 'Trams B-Claim\npay I-Claim\n',
      'b.conll': 'This is no table at all\n',
      'c.conll': conll('word'),
    })
    const { found, report } = await bringAnnotations(open(), path)
    expect(found.documents.new).toBe(2)
    expect(report.taken).toMatchObject({ documents: 2, annotations: 1 })
    expect(report.unread.refused).toEqual([
      { where: 'b.conll', line: 1, what: expect.stringMatching(/^A row must be/) },
    ])
    expect(report.unread.passedOver).toEqual([])
  })

  it('finds out what it holds whichever of its files is broken', async () => {
    const good = 'Trams B-Claim\npay I-Claim\n'
    const path = annotationFolder({
      'a.conll': 'This is no table at all\n',
      'b.conll': good,
      'c.conll': good,
    })
    const { found, report } = await bringAnnotations(open(), path)
    expect(found.documents.new).toBe(2)
    expect(report.unread.refused).toMatchObject([{ where: 'a.conll' }])
  })

  it('says the same of a good file, whatever is wrong with another', async () => {
    const ann = 'T1\tClaim 3 11\tThe tram\n'
    const path = annotationFolder({
      ...{ 'ada/one.txt': text, 'ada/one.ann': ann, 'bob/one.txt': text, 'bob/one.ann': 'T1 Claim 3 11\n' },
      ...{ 'bob/two.txt': text, 'bob/two.a1': ann, 'bob/two.a2': 'Zjunk\n' },
    })
    const { found, report } = await bringAnnotations(open(), path)
    expect(found.annotators).toMatchObject([{ name: 'ada', uses: 1 }])
    expect(report.taken).toMatchObject({ documents: 1, annotations: 1 })
    expect(report.unread).toMatchObject({
      refused: [{ where: 'bob/one.ann' }, { where: 'bob/two.a2' }],
      passedOver: ['bob/one.txt', 'bob/two.a1', 'bob/two.txt'],
      otherFormats: [],
    })
  })

  it('names every broken file of a folder, however many there are', async () => {
    const files = Array.from({ length: 50 }, (_, at) => [`bad-${at}.conll`, 'This is no table at all\n'])
    const path = annotationFolder({ ...Object.fromEntries(files), 'a.conll': 'Trams B-Claim\n' })
    const { report } = await bringAnnotations(open(), path)
    expect(report.unread.refused).toHaveLength(50)
    expect(report.taken).toMatchObject({ annotations: 1 })
  })

  it('is offered in each of its formats where their files have the same ending', async () => {
    const task = { id: 1, data: { text }, annotations: [] }
    const selector = [{ type: 'TextQuoteSelector', exact: 'tram', prefix: '', suffix: '' }]
    const row = {
      id: 'x',
      uri: 'https://a.example/',
      user: 'acct:a@h',
      text: '',
      tags: [],
      target: [{ selector }],
    }
    const path = annotationFolder({
      'a.json': JSON.stringify([task]),
      'b.json': JSON.stringify({ total: 1, rows: [row] }),
      'c.json': '{"name":"settings"}',
    })
    const project = open()
    expect(await project.ask('annotationImport.recognise', { paths: [path] })).toEqual([
      { path, format: 'label-studio', together: [] },
      { path, format: 'hypothesis', together: [] },
    ])
    const found = await project.ask('annotationImport.read', { task: 'read', path })
    expect(found.unread).toEqual({
      refused: [],
      passedOver: ['b.json', 'c.json'],
      otherFormats: [{ name: 'hypothesis', title: expect.stringContaining('Hypothesis') }],
    })
  })

  it('refuses a folder of which nothing can be read', async () => {
    const path = annotationFolder({ 'b.jsonl': '{"text":"A tram","label":[[0,1,"X"]]}\n{"text"' })
    const reading = open().ask('annotationImport.read', { task: 'read', path })
    await expect(reading).rejects.toThrow(/“b.jsonl”, line 2/)
  })

  it('is offered in each of its formats, and names what none of them has read', async () => {
    const path = annotationFolder({
      'a.txt': text,
      'a.ann': 'T1\tClaim 2 10\tThe tram\n',
      'b.conll': 'Trams B-Claim\npay I-Claim\n',
      'picture.png': 'no text',
    })
    const project = open()
    expect(await project.ask('annotationImport.recognise', { paths: [path] })).toEqual([
      { path, format: 'brat', together: [] },
      { path, format: 'conll', together: [] },
    ])
    const found = await project.ask('annotationImport.read', { task: 'read', path, format: 'brat' })
    expect(found.unread).toEqual({
      refused: [],
      passedOver: ['b.conll', 'picture.png'],
      otherFormats: [{ name: 'conll', title: expect.stringContaining('CoNLL') }],
    })
  })
})
