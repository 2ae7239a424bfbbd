import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import type { Dataset } from '../../dataset.ts'
import { tram } from '../../testing/tram.ts'
import { expectHeld, held, inPieces } from '../testing/what-is-held.ts'
import { refiReader } from './read.ts'
import { claimMark, kindVariable } from './words.ts'
import { writeQdpx } from './write.ts'

vi.setConfig({ testTimeout: 60_000 })

const [texts, passages] = [30, 700]
const guid = (kind: number, number: number): string =>
  `${kind}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** Texts with hundreds of passages each, all of one case, and a claim behind them that they refer to; 10 MB. */
function* projectXml(): Generator<string> {
  yield `<Project name="p" xmlns="urn:QDA-XML:project:1.0"><Users><User guid="${guid(1, 0)}" name="Ada"/></Users>`
  yield `<CodeBook><Codes><Code guid="${guid(2, 0)}" name="Claim" isCodable="true"/></Codes></CodeBook><Sources>`
  const words = 'The tram line pays for itself.'
  for (let text = 0; text < texts; text++) {
    yield `<TextSource guid="${guid(3, text)}" name="Text ${text}"><PlainTextContent>${text} ${words.repeat(40)}</PlainTextContent>`
    for (let number = text * passages; number < (text + 1) * passages; number++) {
      yield `<PlainTextSelection guid="${guid(4, number)}" name="The tram line" startPosition="0" endPosition="13" creatingUser="${guid(1, 0)}" creationDateTime="2024-01-01T00:00:00Z">
<Description>${number} ${words}</Description><Coding guid="${guid(5, number)}" creatingUser="${guid(1, 0)}"><CodeRef targetGUID="${guid(2, 0)}"/></Coding><NoteRef targetGUID="${guid(6, 0)}"/></PlainTextSelection>\n`
    }
    yield '</TextSource>'
  }
  yield `</Sources><Notes><Note guid="${guid(6, 0)}" name="It pays."><PlainTextContent>So.</PlainTextContent><VariableValue><VariableRef targetGUID="${kindVariable}"/><TextValue>${claimMark}</TextValue></VariableValue></Note></Notes></Project>`
}

it('holds of a project with many texts no more than the passages of one', async () => {
  const count = await expectHeld(refiReader, 'large.qde', [...inPieces(projectXml())], 12)
  expect(count).toBe(texts * passages)
})

it('holds no more than the passages of one text beyond what it writes', async () => {
  const [document, annotation] = [tram.documents[0]!, tram.annotations[0]!]
  const documents = Array.from({ length: texts }, (_, text) => ({ ...document, id: guid(3, text) }))
  const annotations = documents.flatMap(({ id }, text) =>
    Array.from({ length: passages }, (_, index) => ({
      ...{ ...annotation, id: guid(4, text * passages + index), document: id },
    })),
  )
  const textOf = () => tram.textOf(document.id)
  const dataset: Dataset = { ...tram, documents, annotations, links: [], memos: [], textOf }
  const folder = mkdtempSync(join(tmpdir(), 'rejoinder-refi-'))
  const weights = [held()]
  let told = 0
  await writeQdpx(dataset, join(folder, 'out.qdpx'), {
    signal: new AbortController().signal,
    progress() {
      told += 1
      if (told % 4 === 0) weights.push(held())
    },
  })
  rmSync(folder, { recursive: true })
  const [before, ...since] = weights
  expect(since.length).toBeGreaterThan(3)
  expect(Math.max(...since.map((one) => one - before!))).toBeLessThan(8)
})
