import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { dataset as anyDataset } from '../../testing/dataset-arbitrary.ts'
import { tram } from '../../testing/tram.ts'
import { datasetReader } from './dataset-reader.ts'
import { exchangeLines } from './lines.ts'

vi.setConfig({ testTimeout: 60_000 })

const docs = new URL('../../../../docs/', import.meta.url)
const page = readFileSync(new URL('exchange-file.md', docs), 'utf8')
const schema = JSON.parse(readFileSync(new URL('rejoinder-jsonl.schema.json', docs), 'utf8'))
const isValid = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(schema)

/** The lines of the example in the page. */
const example = /```\n(\{"type":"project"[\s\S]*?\n)```/.exec(page)![1]!.trimEnd().split('\n')

/** Whether the reader takes a line in the place of another. */
function isRead(lines: readonly string[], index: number, line: string): boolean {
  let isFine = true
  const reader = datasetReader((problem) => {
    if (problem.line === index + 1) isFine = false
  })
  for (const [place, source] of lines.entries()) reader.line(place === index ? line : source)
  reader.end()
  return isFine
}

type Place = { holder: Record<string, unknown>; name: string }

/** Every field of a line but those whose names are anybody's. */
function* fieldsOf(holder: Record<string, unknown>): Generator<Place> {
  for (const [name, value] of Object.entries(holder)) {
    yield { holder, name }
    if (name === 'metadata' || (name === 'attributes' && !Array.isArray(value))) continue
    for (const inner of Array.isArray(value) ? value : [value]) {
      if (typeof inner === 'object' && inner !== null) yield* fieldsOf(inner as Record<string, unknown>)
    }
  }
}

describe('the JSON Schema', () => {
  it('accepts every line that is written', () => {
    fc.assert(
      fc.property(anyDataset, (dataset) => {
        for (const line of exchangeLines(dataset)) {
          isValid(JSON.parse(line))
          expect(isValid.errors).toBeNull()
        }
      }),
    )
  })

  it('refuses and accepts what the reader does when a field is missing, unknown or of another type', () => {
    let refused = 0
    for (const lines of [[...exchangeLines(tram)], example]) {
      for (const [index, line] of lines.entries()) {
        const count = [...fieldsOf(JSON.parse(line))].length
        for (let field = 0; field < count; field += 1) {
          for (const change of [
            ({ holder, name }: Place) => delete holder[name],
            ({ holder }: Place) => (holder.nickname = 'x'),
            ({ holder, name }: Place) => (holder[name] = typeof holder[name] === 'number' ? 'seven' : 7),
            ({ holder, name }: Place) => (holder[name] = null),
            ({ holder, name }: Place) => (holder[name] = [{}]),
          ]) {
            const value = JSON.parse(line)
            change([...fieldsOf(value)][field]!)
            const changed = JSON.stringify(value)
            expect([changed, isValid(value)]).toEqual([changed, isRead(lines, index, changed)])
            if (!isValid(value)) refused += 1
          }
        }
      }
    }
    expect(refused).toBeGreaterThan(1000)
  })
})

describe('the page on the exchange file', () => {
  it('has an example that is right, in the order and spelling of an export', () => {
    const problems: unknown[] = []
    const reader = datasetReader((problem) => problems.push(problem))
    for (const line of example) reader.line(line)
    const dataset = reader.end()
    expect(problems).toEqual([])
    expect([...exchangeLines(dataset)]).toEqual(example)
  })

  const program = /```python\n([\s\S]*?)```/.exec(page)![1]!
  const python = spawnSync('python3', ['--version']).status === 0
  it.skipIf(!python)('has a Python program of ten lines that finds every quote, and a wrong one', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rejoinder-python-'))
    const run = (content: string) => {
      writeFileSync(join(folder, 'in.jsonl'), content)
      return spawnSync('python3', ['-c', program, join(folder, 'in.jsonl')], { encoding: 'utf8' })
    }
    expect(program.trim().split('\n').filter(Boolean).length).toBeLessThanOrEqual(10)
    for (const lines of [[...exchangeLines(tram)], example]) {
      const content = `${lines.join('\n')}\n`
      expect(run(content)).toMatchObject({ status: 0, stdout: 'Every quote is in its place.\n' })
      const wrong = content.replace(
        /"spans":\[\{"start":(\d+)/,
        (_, start) => `"spans":[{"start":${Number(start) + 1}`,
      )
      expect(run(wrong).stderr).toContain('AssertionError: line ')
    }
    rmSync(folder, { recursive: true })
  })
})
