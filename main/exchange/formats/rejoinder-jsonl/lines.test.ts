import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { checkStructure } from '../../../../preload/contract/check-structure.ts'
import { DistantText } from '../../spool/distant.ts'
import { PuttingAway, storeIn } from '../../spool/putting-away.ts'
import { SpoolFile } from '../../spool/spool-file.ts'
import { dataset as anyDataset } from '../../testing/dataset-arbitrary.ts'
import { datasetReader, type Problem } from './dataset-reader.ts'
import { exchangeLines } from './lines.ts'

vi.setConfig({ testTimeout: 60_000 })

function read(lines: Iterable<string>, away?: PuttingAway) {
  const problems: Problem[] = []
  const reader = datasetReader((problem) => problems.push(problem), { away })
  for (const line of lines) reader.line(line)
  return { dataset: reader.end(), problems }
}

describe('the lines of the exchange file', () => {
  it('say all of a project: read and written again they are the same, byte for byte', () => {
    fc.assert(
      fc.property(anyDataset, (dataset) => {
        const lines = [...exchangeLines(dataset)]
        const { dataset: again, problems } = read(lines)
        expect(problems).toEqual([])
        expect([...exchangeLines(again)]).toEqual(lines)

        const { textOf, ...things } = dataset
        const { textOf: textAgain, lineOf: _, ...thingsAgain } = again
        expect(thingsAgain).toEqual(things)
        for (const { id } of dataset.documents) {
          expect(textAgain(id)).toEqual(textOf(id))
          if (textOf(id).text !== '') expect(checkStructure(textAgain(id))).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('say the same where texts are put away as they are read', () => {
    const spool = new SpoolFile()
    const away = new PuttingAway(storeIn(spool))
    fc.assert(
      fc.property(anyDataset, (dataset) => {
        const lines = [...exchangeLines(dataset)]
        const { dataset: again, problems } = read(lines, away)
        expect(problems).toEqual([])
        expect(dataset.documents.every(({ id }) => again.textOf(id) instanceof DistantText)).toBe(true)
        expect([...exchangeLines(again)]).toEqual(lines)
      }),
    )
    spool.close()
  })

  it('are read by any JSON parser, and their offsets are those of code points', () => {
    fc.assert(
      fc.property(anyDataset, (dataset) => {
        const texts = new Map<string, string[]>()
        for (const line of exchangeLines(dataset)) {
          const value = JSON.parse(line)
          expect(line).not.toContain('\n')
          if (value.type === 'document') {
            const characters = [...value.text]
            texts.set(value.id, characters)
            const covered = value.blocks.map((block: { start: number; end: number }) =>
              characters.slice(block.start, block.end).join(''),
            )
            expect(covered.join('\n')).toBe(value.text)
          }
          if (value.type !== 'annotation') continue
          const characters = texts.get(value.document)!
          value.spans.forEach(({ start, end }: { start: number; end: number }, index: number) => {
            const quote = characters.slice(start, end).join('')
            expect(quote).toBe(value.quote[index])
            const { start: from, end: to } = value.utf16[index]
            expect(characters.join('').slice(from, to)).toBe(quote)
          })
        }
      }),
    )
  })

  it('have the fields in the order of the contract and no spaces', () => {
    const text = 'Café 🚋\nThe tram line pays'
    const when = '2026-01-05T10:00:00.000Z'
    const lines = exchangeLines({
      project: { name: 'Tram dispute', description: '' },
      annotators: [{ id: 'a1', name: 'Ada' }],
      speakers: [{ id: 's1', name: 'City council', kind: 'organisation', variants: ['the council'] }],
      tags: [
        {
          id: 't1',
          name: 'Claim',
          role: 'claim',
          color: '#2563eb',
          key: '1',
          parent: null,
          definition: '',
          include: '',
          exclude: '',
          examples: [],
          attributes: [{ name: 'certainty', kind: 'choice', values: ['low', 'high'], required: false }],
        },
      ],
      linkTypes: [
        {
          id: 'rebuts',
          name: 'rebuts',
          symmetric: false,
          color: '#dc2626',
          sourceRoles: ['rebuttal', 'claim'],
          targetRoles: ['claim'],
        },
      ],
      documents: [
        {
          id: 'd1',
          title: 'Statement',
          metadata: new Map([
            ['author', 'Council'],
            ['2021', '–'],
          ]),
          status: 'to-do',
          source: { name: 'statement.txt', mediaType: 'text/plain', sha256: 'ab' },
        },
      ],
      claims: [{ id: 'c1', statement: 'It pays for itself.', note: '', created: when }],
      annotations: [
        {
          id: 'n1',
          document: 'd1',
          annotator: 'a1',
          tag: 't1',
          spans: [
            { start: 0, end: 4 },
            { start: 5, end: 12 },
          ],
          claim: 'c1',
          speaker: 's1',
          attributes: new Map<string, string | number | boolean>([
            ['certainty', 'high'],
            ['7', 0.5],
          ]),
          confidence: null,
          note: '',
          created: when,
        },
      ],
      links: [
        {
          id: 'l1',
          linkType: 'rebuts',
          source: { claim: 'c1' },
          target: { annotation: 'n1' },
          annotator: 'a1',
          strength: 1,
          status: '',
          note: '',
          created: when,
        },
      ],
      memos: [{ id: 'm1', about: { project: true }, annotator: 'a1', text: '…', created: when }],
      textOf: () => ({
        text,
        blocks: [
          { start: 0, end: 7, level: 1, kind: 'heading' },
          { start: 8, end: text.length, kind: 'paragraph' },
        ],
        marks: [
          { start: 5, end: 7, href: 'https://example.org', kind: 'link' },
          { start: 8, end: 11, kind: 'em' },
        ],
        breaks: [{ at: 8, kind: 'page' }],
      }),
    })
    expect([...lines]).toEqual([
      '{"type":"project","format":"rejoinder-jsonl","version":1,"name":"Tram dispute","description":""}',
      '{"type":"annotator","id":"a1","name":"Ada"}',
      '{"type":"speaker","id":"s1","name":"City council","kind":"organisation","variants":["the council"]}',
      '{"type":"tag","id":"t1","name":"Claim","role":"claim","color":"#2563eb","key":"1","parent":null,"definition":"","include":"","exclude":"","examples":[],"attributes":[{"name":"certainty","kind":"choice","values":["low","high"],"required":false}]}',
      '{"type":"link-type","id":"rebuts","name":"rebuts","symmetric":false,"color":"#dc2626","sourceRoles":["rebuttal","claim"],"targetRoles":["claim"]}',
      '{"type":"document","id":"d1","title":"Statement","metadata":{"author":"Council","2021":"–"},"status":"to-do","source":{"name":"statement.txt","mediaType":"text/plain","sha256":"ab"},"blocks":[{"kind":"heading","level":1,"start":0,"end":6},{"kind":"paragraph","start":7,"end":25}],"marks":[{"kind":"link","href":"https://example.org","start":5,"end":6},{"kind":"em","start":7,"end":10}],"breaks":[{"kind":"page","at":7}],"text":"Café 🚋\\nThe tram line pays"}',
      '{"type":"claim","id":"c1","statement":"It pays for itself.","note":"","created":"2026-01-05T10:00:00.000Z"}',
      '{"type":"annotation","id":"n1","document":"d1","annotator":"a1","tag":"t1","spans":[{"start":0,"end":4},{"start":5,"end":11}],"utf16":[{"start":0,"end":4},{"start":5,"end":12}],"quote":["Café","🚋\\nThe "],"claim":"c1","speaker":"s1","attributes":{"certainty":"high","7":0.5},"confidence":null,"note":"","created":"2026-01-05T10:00:00.000Z"}',
      '{"type":"link","id":"l1","linkType":"rebuts","source":{"claim":"c1"},"target":{"annotation":"n1"},"annotator":"a1","strength":1,"status":"","note":"","created":"2026-01-05T10:00:00.000Z"}',
      '{"type":"memo","id":"m1","about":{"project":true},"annotator":"a1","text":"…","created":"2026-01-05T10:00:00.000Z"}',
    ])
  })

  it('cannot be written of a mark that ends inside a character', () => {
    const lines = exchangeLines({
      ...emptyDataset,
      documents: [
        {
          id: 'd',
          title: 'Trams',
          metadata: new Map(),
          status: 'to-do',
          source: { name: '', mediaType: '', sha256: '' },
        },
      ],
      textOf: () => ({
        text: '🚋',
        blocks: [{ kind: 'paragraph', start: 0, end: 2 }],
        marks: [{ kind: 'em', start: 0, end: 1 }],
        breaks: [],
      }),
    })
    expect(() => [...lines]).toThrow('In “Trams” something begins or ends at 1')
  })
})

const emptyDataset = {
  project: { name: '', description: '' },
  annotators: [],
  speakers: [],
  tags: [],
  linkTypes: [],
  documents: [],
  claims: [],
  annotations: [],
  links: [],
  memos: [],
}
