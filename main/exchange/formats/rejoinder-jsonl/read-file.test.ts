import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { datasetReader } from './dataset-reader.ts'
import { checkExchangeFile, readExchangeFile } from './read-file.ts'
import { faults } from './testing/faults.ts'
import { at, changed, lines } from './testing/lines.ts'

const { annotation, claim, memo } = at

let folder = ''
let file = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rejoinder-read-'))
  file = join(folder, 'tram.jsonl')
})
afterAll(() => rmSync(folder, { recursive: true }))

function write(content: string | Uint8Array): string {
  writeFileSync(file, content)
  return file
}

const read = (content: string | Uint8Array, signal?: AbortSignal) =>
  readExchangeFile(write(content), { signal })

/** The line and reason of the first refusal, as `line: what`. */
async function refusalOf(content: string | Uint8Array): Promise<string> {
  try {
    await read(content)
    return ''
  } catch (error) {
    const { line, message } = error as Error & { line: number }
    return message.startsWith(`Line ${line}: `) ? message.slice('Line '.length) : `no line: ${message}`
  }
}

describe('reading a long line', () => {
  it('pauses between the blocks of its text, and reads or refuses them as in any other', () => {
    const words = 'The tram pays.\n'.repeat(10_000)
    const starts = Array.from({ length: 10_000 }, (_, line) => line * 15)
    const blocks = starts.map((start) => ({ kind: 'paragraph', start, end: start + 14 }))
    const document = {
      ...JSON.parse(lines[at.document - 1]!),
      text: words.slice(0, -1),
      blocks,
      marks: [],
      breaks: [],
    }
    const told: string[] = []
    const reader = datasetReader(({ what }) => told.push(what))
    for (const line of lines.slice(0, at.document - 1)) reader.line(line)
    const pauses = [...reader.reading(JSON.stringify(document))].length
    expect(pauses).toBeGreaterThan(20_000)
    expect(told).toEqual([])
    expect(reader.end().textOf(document.id).blocks).toHaveLength(10_000)

    blocks[9_000]!.end += 1
    const again = { ...document, id: 'other' }
    expect([...reader.reading(JSON.stringify(again))].length).toBeGreaterThan(18_000)
    expect(told).toEqual([expect.stringContaining('"blocks[9001]" starts at')])
  })
})

describe('reading an exchange file', () => {
  it('reads what is right, with LF or CRLF, with a byte order mark or without a last line feed', async () => {
    for (const content of [
      `${lines.join('\n')}\n`,
      lines.join('\n'),
      `${lines.join('\r\n')}\r\n`,
      `\ufeff${lines.join('\n')}\n`,
    ]) {
      const dataset = await read(content)
      expect(dataset.annotations.map(({ spans }) => spans)).toEqual([
        [{ start: 3, end: 8 }],
        [
          { start: 9, end: 12 },
          { start: 23, end: 27 },
        ],
      ])
      expect(dataset.textOf('d1').marks).toEqual([{ kind: 'em', start: 9, end: 12 }])
    }
  })

  it.each(faults)('refuses %s and names its line', async (_, line, from, to, what) => {
    const refusal = await refusalOf(changed(line, from, to))
    expect(refusal.startsWith(`${line}: `), refusal).toBe(true)
    expect(refusal).toContain(what)
  })

  it('refuses bytes that are not UTF-8, and names the line', async () => {
    const bytes = Buffer.from(`${lines.join('\n')}\n`)
    bytes[bytes.indexOf('It pays') + 1] = 0xff
    expect(await refusalOf(bytes)).toBe(`${claim}: the line is not valid UTF-8`)
  })

  it('refuses a file without a project line first, and an empty file', async () => {
    expect(await refusalOf(`${lines.slice(1).join('\n')}\n`)).toContain(
      '1: the first line of the file must be',
    )
    expect(await refusalOf('')).toBe('1: the file is empty')
  })

  it('takes the defaults of fields that are missing, and of no others', async () => {
    const optional = new Set([
      ...[
        'project.description',
        'speaker.variants',
        'tag.key',
        'tag.parent',
        'tag.definition',
        'tag.include',
      ],
      ...['tag.exclude', 'tag.examples', 'tag.attributes', 'link-type.sourceRoles'],
      ...['link-type.targetRoles', 'document.metadata', 'document.marks', 'document.breaks', 'claim.note'],
      ...['annotation.claim', 'annotation.speaker', 'annotation.attributes', 'annotation.confidence'],
      ...['annotation.note', 'link.strength', 'link.status', 'link.note'],
    ])
    for (const [index, line] of lines.entries()) {
      const value = JSON.parse(line)
      for (const name of Object.keys(value)) {
        const { [name]: _, ...rest } = value
        const content = lines.toSpliced(index, 1, JSON.stringify(rest)).join('\n')
        const refusal = await refusalOf(content)
        const isFine = optional.has(`${value.type}.${name}`)
        expect(refusal.startsWith(`${index + 1}: `), `${value.type}.${name}: ${refusal}`).toBe(!isFine)
      }
    }
  })

  it('finds everything that is wrong with a file, and each fault once', async () => {
    const broken = lines.with(annotation - 1, lines[annotation - 1]!.replace('"Trams"', '"Trains"'))
    broken[memo - 1] = broken[memo - 1]!.replace('"l2"', '"l3"')
    expect(await checkExchangeFile(write(broken.join('\n')))).toEqual([
      { line: annotation, what: '"quote[0]" is "Trains", but its span covers "Trams"' },
      { line: memo, what: 'there is no link with the id "l3" in the file' },
    ])
    expect(await checkExchangeFile(write(lines.join('\n')))).toEqual([])
  })

  it('can be stopped', async () => {
    const stopped = AbortSignal.abort()
    await expect(read(lines.join('\n'), stopped)).rejects.toMatchObject({ code: 'cancelled' })
  })
})
