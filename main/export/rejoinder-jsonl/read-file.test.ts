import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkExchangeFile, readExchangeFile } from './read-file.ts'

// The emoji stand before the passages, so that the two ways of counting differ.
const lines = [
  '{"type":"project","format":"rejoinder-jsonl","version":1,"name":"Tram dispute","description":""}',
  '{"type":"annotator","id":"a1","name":"Ada"}',
  '{"type":"speaker","id":"s1","name":"City council","kind":"organisation","variants":["the council"]}',
  '{"type":"tag","id":"t1","name":"Claim","role":"claim","color":"#2563eb","key":"1","parent":null,"definition":"","include":"","exclude":"","examples":[],"attributes":[{"name":"certainty","kind":"choice","values":["low","high"],"required":false}]}',
  '{"type":"tag","id":"t2","name":"Forecast","role":"claim","color":"#2563eb","key":"","parent":"t1","definition":"","include":"","exclude":"","examples":[],"attributes":[]}',
  '{"type":"link-type","id":"rebuts","name":"rebuts","symmetric":false,"color":"#dc2626","sourceRoles":["rebuttal","claim"],"targetRoles":["claim"]}',
  '{"type":"document","id":"d1","title":"Statement","metadata":{"author":"Council"},"status":"to-do","source":{"name":"s.txt","mediaType":"text/plain","sha256":"ab"},"blocks":[{"kind":"heading","level":1,"start":0,"end":7},{"kind":"paragraph","start":8,"end":26}],"marks":[{"kind":"em","start":8,"end":11}],"breaks":[{"kind":"page","at":8}],"text":"🚋 Trams\\nThe tram line pays"}',
  '{"type":"claim","id":"c1","statement":"It pays for itself.","note":"","created":"2026-01-05T10:00:00.000Z"}',
  '{"type":"annotation","id":"n1","document":"d1","annotator":"a1","tag":"t1","spans":[{"start":2,"end":7}],"utf16":[{"start":3,"end":8}],"quote":["Trams"],"claim":"c1","speaker":"s1","attributes":{"certainty":"high"},"confidence":0.5,"note":"","created":"2026-01-05T10:00:00.000Z"}',
  '{"type":"annotation","id":"n2","document":"d1","annotator":"a1","tag":"t2","spans":[{"start":8,"end":11},{"start":22,"end":26}],"utf16":[{"start":9,"end":12},{"start":23,"end":27}],"quote":["The","pays"],"claim":null,"speaker":null,"attributes":{},"confidence":null,"note":"","created":"2026-01-05T10:00:00.000Z"}',
  '{"type":"link","id":"l1","linkType":"rebuts","source":{"annotation":"n2"},"target":{"annotation":"n1"},"annotator":"a1","strength":null,"status":"","note":"","created":"2026-01-05T10:00:00.000Z"}',
  '{"type":"link","id":"l2","linkType":"rebuts","source":{"claim":"c1"},"target":{"link":"l1"},"annotator":"a1","strength":1,"status":"","note":"","created":"2026-01-05T10:00:00.000Z"}',
  '{"type":"memo","id":"m1","about":{"link":"l2"},"annotator":"a1","text":"Look again.","created":"2026-01-05T10:00:00.000Z"}',
]
const lineOf = (start: string): number => lines.findIndex((line) => line.startsWith(start)) + 1
const tag = lineOf('{"type":"tag","id":"t1"')
const linkType = lineOf('{"type":"link-type"')
const document = lineOf('{"type":"document"')
const claim = lineOf('{"type":"claim"')
const annotation = lineOf('{"type":"annotation","id":"n1"')
const discontinuous = lineOf('{"type":"annotation","id":"n2"')
const link = lineOf('{"type":"link","id":"l1"')
const memo = lineOf('{"type":"memo"')

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

function changed(line: number, from: string, to: string): string {
  const before = lines[line - 1]!
  const after = before.replace(from, () => to)
  if (after === before) throw new Error(`line ${line} has no ${from}`)
  return `${lines.toSpliced(line - 1, 1, after).join('\n')}\n`
}

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

  it.each<[string, number, string, string, string]>([
    ['an unknown field', 2, '"name":"Ada"', '"name":"Ada","nick":"A"', 'there is no field "nick" here'],
    [
      'an unknown field further in',
      document,
      '"sha256":"ab"',
      '"sha256":"ab","size":1',
      'there is no field "source.size" here',
    ],
    [
      'an unknown field in a list',
      document,
      '"start":8,"end":26',
      '"start":8,"end":26,"page":1',
      'there is no field "blocks[1].page" here',
    ],
    [
      'a property of another kind of block',
      document,
      '"kind":"paragraph"',
      '"kind":"paragraph","level":1',
      'there is no field "blocks[1].level" here',
    ],
    ['a missing field', 2, ',"name":"Ada"', '', 'the field "name" is missing'],
    ['a field of another type', 2, '"Ada"', '7', '"name" must be a string'],
    [
      'null where there must be words',
      claim,
      '"statement":"It pays for itself."',
      '"statement":null',
      '"statement" must be a string',
    ],
    ['an empty id', 2, '"id":"a1"', '"id":""', '"id" must be a string that is not empty'],
    ['an id that is a number', 2, '"id":"a1"', '"id":1', '"id" must be a string'],
    [
      'an id that was there',
      discontinuous,
      '"id":"n2"',
      '"id":"n1"',
      `the id "n1" is that of line ${annotation} already`,
    ],
    ['a type that is not known', 3, '"type":"speaker"', '"type":"voice"', '"type" must be one of'],
    ['a second project line', 2, '"annotator","id":"a1"', '"project"', 'there is a second project line'],
    ['another format', 1, '"rejoinder-jsonl"', '"rejoinder-json"', '"format" must be "rejoinder-jsonl"'],
    ['a newer version', 1, '"version":1', '"version":2', 'the file is of version 2'],
    ['a role that is not known', tag, '"role":"claim"', '"role":"thesis"', '"role" must be one of claim'],
    [
      'a colour by name',
      tag,
      '"#2563eb"',
      '"blue"',
      '"color" must be a colour like #2563eb, in small letters',
    ],
    ['a key of two characters', tag, '"key":"1"', '"key":"12"', '"key" must be one character'],
    ['a tag under itself', tag, '"parent":null', '"parent":"t2"', 'the tag leads back to itself in a circle'],
    ['a tag under nothing', tag + 1, '"parent":"t1"', '"parent":"t9"', 'its parent is the tag "t9"'],
    [
      'a role in no list',
      linkType,
      '["claim"]',
      '["claims"]',
      '"targetRoles" must be a list of claim, rebuttal, premise, none',
    ],
    ['yes in words', linkType, '"symmetric":false', '"symmetric":"no"', '"symmetric" must be true or false'],
    [
      'metadata that is a number',
      document,
      '"author":"Council"',
      '"year":2021',
      '"metadata" must have a string under "year"',
    ],
    ['a carriage return', document, 'line pays', 'line\\rpays', '"text" has a carriage return in its line 2'],
    ['half a surrogate pair', document, '🚋', '\\ud83d', 'has half a surrogate pair'],
    [
      'blocks that overlap',
      document,
      '"start":8,"end":26',
      '"start":7,"end":26',
      '"blocks[1]" starts at 7: each block starts one line feed after',
    ],
    [
      'blocks with words between them',
      document,
      '"start":0,"end":7',
      '"start":0,"end":6',
      '"blocks[1]" starts at 8',
    ],
    [
      'blocks that leave words out',
      document,
      '"start":8,"end":26',
      '"start":8,"end":25',
      '"blocks" must cover the text',
    ],
    [
      'a block beyond the text',
      document,
      '"start":8,"end":26',
      '"start":8,"end":27',
      '"blocks[1].end" is 27, but the text has 26 characters',
    ],
    [
      'a heading of level 7',
      document,
      '"level":1',
      '"level":7',
      '"blocks[0].level" must be a whole number from 1 to 6',
    ],
    [
      'a mark beyond the text',
      document,
      '{"kind":"em","start":8,"end":11}',
      '{"kind":"em","start":8,"end":99}',
      '"marks[0].end" is 99',
    ],
    [
      'a mark that ends before it starts',
      document,
      '{"kind":"em","start":8,"end":11}',
      '{"kind":"em","start":8,"end":7}',
      '"marks[0]" ends before it starts',
    ],
    ['a break beyond the text', document, '"at":8', '"at":27', '"breaks[0].at" is 27'],
    [
      'an offset that is no whole number',
      document,
      '"at":8',
      '"at":8.5',
      '"breaks[0].at" must be a whole number',
    ],
    [
      'a quote that is not there',
      annotation,
      '["Trams"]',
      '["Tram"]',
      '"quote[0]" is "Tram", but its span covers "Trams"',
    ],
    [
      'a quote too many',
      annotation,
      '["Trams"]',
      '["Trams",""]',
      '"quote" must have one string for each span',
    ],
    [
      'spans in UTF-16',
      annotation,
      '"spans":[{"start":2,"end":7}]',
      '"spans":[{"start":3,"end":8}]',
      '"quote[0]" is "Trams", but its span covers "rams\\n"',
    ],
    [
      'utf16 in code points',
      annotation,
      '"utf16":[{"start":3,"end":8}]',
      '"utf16":[{"start":2,"end":7}]',
      '"utf16" must be [{"start":3,"end":8}]',
    ],
    [
      'a span beyond the text',
      annotation,
      '"spans":[{"start":2,"end":7}]',
      '"spans":[{"start":2,"end":70}]',
      '"spans[0]" ends at 70, but the text of its document has 26',
    ],
    [
      'an empty span',
      annotation,
      '"spans":[{"start":2,"end":7}]',
      '"spans":[{"start":2,"end":2}]',
      '"spans[0]" must cover at least one character',
    ],
    [
      'no span',
      annotation,
      '"spans":[{"start":2,"end":7}]',
      '"spans":[]',
      '"spans" must be a list of at least one span',
    ],
    [
      'spans that touch',
      discontinuous,
      '"spans":[{"start":8,"end":11},{"start":22,"end":26}]',
      '"spans":[{"start":8,"end":11},{"start":11,"end":26}]',
      '"spans" must be in reading order and apart from each other',
    ],
    [
      'an unknown document',
      annotation,
      '"document":"d1"',
      '"document":"d2"',
      'there is no document with the id "d2" in the file',
    ],
    [
      'an unknown annotator',
      annotation,
      '"annotator":"a1"',
      '"annotator":"a2"',
      'there is no annotator with',
    ],
    ['an unknown tag', annotation, '"tag":"t1"', '"tag":"rebuts"', 'there is no tag with the id "rebuts"'],
    ['an unknown claim', annotation, '"claim":"c1"', '"claim":"c2"', 'there is no claim with the id "c2"'],
    ['an unknown speaker', annotation, '"speaker":"s1"', '"speaker":"s2"', 'there is no speaker with'],
    [
      'an attribute that is a list',
      annotation,
      '"high"',
      '["high"]',
      '"attributes" must have a string, a number, true or false under "certainty"',
    ],
    [
      'an attribute that is null',
      annotation,
      '"high"',
      'null',
      '"attributes" must have a string, a number, true or false under "certainty"',
    ],
    [
      'an attribute that stands twice',
      annotation,
      '"certainty":"high"',
      '"certainty":"high","certainty":"low"',
      'has the name "certainty" twice',
    ],
    [
      'more confidence than there is',
      annotation,
      '"confidence":0.5',
      '"confidence":1.5',
      '"confidence" must be a number from 0 to 1, or null',
    ],
    [
      'a number with too many digits',
      annotation,
      '"confidence":0.5',
      '"confidence":0.12345678901234567891',
      'has the number 0.12345678901234567891, which cannot be kept exactly',
    ],
    [
      'a time without a zone',
      annotation,
      '"2026-01-05T10:00:00.000Z"',
      '"2026-01-05T10:00:00"',
      '"created" must be a time like 2026-01-05T10:00:00.000Z',
    ],
    [
      'a time that never was',
      annotation,
      '"2026-01-05T10:00:00.000Z"',
      '"2026-02-30T10:00:00.000Z"',
      '"created" must be a time',
    ],
    [
      'an unknown link type',
      link,
      '"linkType":"rebuts"',
      '"linkType":"denies"',
      'there is no link-type with the id "denies"',
    ],
    [
      'an end that is not there',
      link,
      '{"annotation":"n2"}',
      '{"annotation":"n3"}',
      'there is no annotation with the id "n3"',
    ],
    [
      'two ends in one',
      link,
      '{"annotation":"n2"}',
      '{"annotation":"n2","claim":"c1"}',
      '"source" must have exactly one of the fields annotation, claim, link',
    ],
    [
      'an end of another kind',
      link,
      '{"annotation":"n2"}',
      '{"document":"d1"}',
      '"source" must have exactly one of the fields',
    ],
    [
      'links in a circle',
      link,
      '"target":{"annotation":"n1"}',
      '"target":{"link":"l2"}',
      'the link leads back to itself in a circle',
    ],
    [
      'a link onto itself',
      link,
      '"target":{"annotation":"n1"}',
      '"target":{"link":"l1"}',
      'the link leads back to itself in a circle',
    ],
    [
      'a link onto nothing',
      link + 1,
      '{"link":"l1"}',
      '{"link":"l9"}',
      'an end of it is the link "l9", which is not in the file',
    ],
    [
      'a memo about nothing',
      memo,
      '{"link":"l2"}',
      '{}',
      '"about" must have exactly one of the fields annotation, claim, link, document',
    ],
    ['a memo about no project', memo, '{"link":"l2"}', '{"project":false}', '"about.project" must be true'],
    [
      'a memo about an unknown thing',
      memo,
      '{"link":"l2"}',
      '{"speaker":"s2"}',
      'there is no speaker with the id "s2"',
    ],
    ['broken JSON', memo, '"text":', '"text"', 'is not JSON: ":" was expected at column'],
    ['a cut line', memo, '00.000Z"}', '', 'is not JSON: the string at column'],
    ['something after the object', memo, 'Z"}', 'Z"}}', 'is not JSON: the end of the line was expected'],
    ['no object', memo, lines[memo - 1]!, '[]', 'the line is not an object'],
    ['an empty line', memo, lines[memo - 1]!, '', 'the line is empty'],
    [
      'a line out of order',
      memo,
      lines[memo - 1]!,
      '{"type":"annotator","id":"a2","name":"Ben"}',
      'a line of type annotator stands after one of type link; the order is project, annotator',
    ],
  ])('refuses %s and names its line', async (_, line, from, to, what) => {
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
