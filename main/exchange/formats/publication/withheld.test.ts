import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import type * as Data from '../../dataset.ts'
import { tram } from '../../testing/tram.ts'
import { checkFolder } from './check-folder.ts'
import { filesIn, options, published, rowsOf, textOf } from './testing/published.ts'

vi.setConfig({ testTimeout: 120_000 })

it('publishes nothing of the words of a text that is withheld', async () => {
  const words = 'It loses money, “every day”.'
  const data = {
    ...tram,
    tags: tram.tags.map((tag) => ({ ...tag, examples: [words, 'The bus pays for itself.'] })),
    claims: tram.claims.map((one) => (one.id === 'loses' ? { ...one, statement: words } : one)),
  }
  await published(
    data,
    async (folder) => {
      expect(await checkFolder(folder, options)).toEqual([])
      for (const path of filesIn(folder)) expect(readFileSync(path).includes('loses money')).toBe(false)
      const [open] = rowsOf(folder, 'documents').filter(({ text }) => text !== null)
      expect(open).toMatchObject({ id: 'statement' })
      expect(rowsOf(folder, 'annotations').find(({ id }) => id === 'loses')).toMatchObject({
        ...{ spans: [{ start: 0, end: 28 }], quote: null, claim: null },
      })
      expect(rowsOf(folder, 'codebook')[0]!.examples).toEqual(['The bus pays for itself.'])
      expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('texts of 1 of the 2 documents')
    },
    { withheld: new Set(['answer']) },
  )
})

it('leaves words of a withheld text out also with other signs around them, and says where else they go out', async () => {
  const words = 'it loses money every day (and Ben’s bus)'
  const data: Data.Dataset = {
    ...tram,
    documents: tram.documents.map((one) =>
      one.id === 'answer' ? { ...one, title: textOf(tram, one.id) } : one,
    ),
    tags: tram.tags.map((tag) => ({
      ...tag,
      definition: `Such as “${words}”.`,
      examples: [`“${words}” (Ben)`],
    })),
    claims: tram.claims.map((one) => ({ ...one, statement: `${words.toUpperCase()}!`, note: words })),
    annotations: tram.annotations.map((one) => ({ ...one, note: `He says: ${words}` })),
  }
  await published(
    data,
    (folder, notes) => {
      expect(rowsOf(folder, 'claims').map(({ statement }) => statement)).toEqual(data.claims.map(() => null))
      expect(rowsOf(folder, 'codebook').flatMap(({ examples }) => examples)).toEqual([])
      expect(readFileSync(join(folder, 'codebook.md'), 'utf8')).not.toContain('” (Ben)')
      const count = data.annotations.length + data.claims.length
      expect(notes.slice(0, 2)).toEqual([
        `Words of withheld texts, 8 in a row or more, go out in ${count} notes and ${data.tags.length} descriptions of tags: look through them.`,
        'One withheld text goes out for the most part as the title of its document.',
      ])
    },
    { withheld: new Set(['answer']) },
  )
  await published(data, (_, notes) => expect(notes.join()).not.toContain('withheld'))
})
