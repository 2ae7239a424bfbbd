import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkStructure } from '../../preload/contract/check-structure.ts'
import { undecided } from '../../preload/contract/file-reading.ts'
import { decode } from './decode.ts'
import { DocumentParser } from './document-parser.ts'
import { encodingOf } from './encodings.ts'
import { declaredEncoding } from './html-encoding.ts'
import { type ParseTask, parse as parseIn } from './parse.ts'
import { readCharacterMap } from './pdf/character-maps.ts'
import { recognise } from './recognise.ts'

/** Real and hostile files that lie beside the checkout where there are any; they are no part of it. */
const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))

const filesIn = (folder: string): string[] =>
  existsSync(join(corpus, folder))
    ? readdirSync(join(corpus, folder), { recursive: true, encoding: 'utf8' })
        .map((name) => join(corpus, folder, name))
        .filter((path) => /\.\w+$/.test(path) && !path.endsWith('SOURCES.md'))
        .sort()
    : []

const parse = (task: ParseTask) => parseIn(task, { characterMaps: readCharacterMap })

const read = async (path: string) => {
  const bytes = readFileSync(path)
  const name = basename(path)
  const format = recognise(bytes.subarray(0, 65_536), name) as 'txt'
  return (await parse({ ...undecided, bytes, name, format })).documents[0]!
}

describe.skipIf(filesIn('diplomacy').length === 0)('the diplomacy texts', () => {
  test('keep every character, with a block for each line', async () => {
    for (const path of filesIn('diplomacy')) {
      const document = await read(path)
      expect(document.text).toBe(readFileSync(path, 'utf8'))
      expect(document.blocks).toHaveLength(document.text.split('\n').length)
      expect(checkStructure(document)).toEqual([])
      expect(document.notes).toEqual([])
    }
  })

  test('are called by their headlines, not by the date of a printout', async () => {
    const documents = await Promise.all(filesIn('diplomacy').map(read))
    expect(documents.map(({ title }) => title)).toEqual([
      expect.stringMatching(/^Top diplomats of the G7 .*…$/),
      expect.stringMatching(/^G7 reiterates support/),
      'Main foreign policy outcomes of 2017',
      expect.stringMatching(/^Senior Russian, Chinese diplomats/),
      expect.stringMatching(/^Foreign Minister .* interview with/),
    ])
  })
})

describe.skipIf(filesIn('torture').length === 0)('the torture texts', () => {
  test.each(['torture.txt', 'torture.crlf.txt', 'torture.bom.txt'])(
    '%s keeps its UTF-16 offsets',
    async (name) => {
      const { text, ...rest } = await read(join(corpus, 'torture', name))
      expect(checkStructure({ text, ...rest })).toEqual([])
      const rows = readFileSync(join(corpus, 'torture/spans.tsv'), 'utf8').trimEnd().split('\n').slice(1)
      for (const row of rows) {
        const [label, codePointStart, codePointEnd, start, end] = row.split('\t')
        const words = text.slice(Number(start), Number(end))
        expect([...text].slice(Number(codePointStart), Number(codePointEnd)).join(''), label).toBe(words)
      }
    },
  )
})

describe.skipIf(filesIn('import/encodings').length === 0)('the texts in many encodings', () => {
  // The same letters for these texts: their names are those of a family.
  const alike: Record<string, string[]> = {
    gb2312: ['gb18030'],
    'euc-kr': ['euc-kr'],
    'iso-8859-1': ['windows-1252', 'iso-8859-15'],
    'iso-8859-7': ['windows-1253', 'iso-8859-7'],
    'tis-620': ['windows-874'],
    cp949: ['euc-kr'],
  }
  const texts = filesIn('import/encodings').filter(
    (path) => !path.endsWith('.xml') && !path.includes('MacRoman'),
  )

  test('are read without asking', () => {
    for (const path of texts) {
      const family = basename(join(path, '..'))
        .toLowerCase()
        .replace(/-(czech|polish|slovene|russian|greek|croatian|hungarian|romanian|turkish|arabic)$/, '')
      const { encoding, text } = decode(readFileSync(path), { chosen: null, declared: null })
      expect(text, path).not.toContain('\ufffd')
      if (!family.startsWith('utf')) expect(alike[family] ?? [family], path).toContain(encoding)
    }
  })
})

describe.skipIf(filesIn('import/text-unicode/encoding').length === 0)(
  'the encoding tests of html5lib',
  () => {
    test.each(['tests1.dat', 'tests2.dat'])('%s: finds the declaration', (name) => {
      const cases = readFileSync(join(corpus, 'import/text-unicode/encoding', name), 'latin1')
        .split(/^#data\n/m)
        .slice(1)
      for (const each of cases) {
        const [page = '', wanted = ''] = each.split(/\n#encoding\n/)
        // A byte order mark is not looked for here, but before.
        if (page.startsWith('\xef\xbb\xbf')) continue
        const found = declaredEncoding(Buffer.from(page, 'latin1')) ?? 'windows-1252'
        expect(found, page).toBe(encodingOf(wanted.trim()))
      }
    })
  },
)

describe.skipIf(filesIn('import/md').length === 0)('the Markdown texts', () => {
  test('keep every rule of the model', async () => {
    for (const path of filesIn('import/md')) {
      const bytes = readFileSync(path)
      const { documents } = await parse({ ...undecided, bytes, name: basename(path), format: 'md' })
      const document = documents[0]!
      expect(checkStructure(document), path).toEqual([])
      expect(
        document.blocks.some(({ kind }) => kind !== 'paragraph'),
        path,
      ).toBe(true)
    }
  })
})

describe.each(['docx', 'odt', 'rtf', 'epub'])('the %s files', (format) => {
  const files = filesIn(`import/${format}`).filter((path) => path.endsWith(`.${format}`))

  test.skipIf(files.length === 0)('keep every rule of the model', async () => {
    for (const path of files) {
      const document = await read(path).catch((error: Error) => error)
      if (document instanceof Error) {
        // Some of them hold nothing but a picture.
        expect(document.message, path).toBe('There is no text in this file.')
        continue
      }
      expect(checkStructure(document), path).toEqual([])
      expect(document.title, path).not.toBe('')
    }
  })
})

const maker = join(corpus, 'hostile/make_hostile.py')
const canMake = existsSync(maker) && spawnSync('python3', ['--version']).status === 0

describe.skipIf(!canMake)('the hostile files', () => {
  let place: string
  const parser = new DocumentParser({ timeMs: 10_000, memoryMb: 512 })
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'rejoinder-hostile-'))
    execFileSync('python3', ['-W', 'ignore', maker, place], { stdio: 'ignore' })
  }, 60_000)
  afterAll(async () => {
    await parser.close()
    rmSync(place, { recursive: true })
  })

  /** Formats that come later; until then they are refused by name. */
  const notReadYet = /^(xml|json|sqlite|brat|webanno)\/|^zip\/.*qdpx$/

  test('come in, are refused in a sentence, or do one of the two in time', async () => {
    const rows = readFileSync(join(place, 'EXPECT.tsv'), 'utf8').trimEnd().split('\n').slice(1)
    for (const row of rows) {
      const [listed = '', expected] = row.split('\t')
      const path = join(place, listed.replaceAll('\\n', '\n'))
      const outcome = await tryImport(path)
      if (!notReadYet.test(listed)) {
        const allowed =
          expected === 'import' ? ['imported'] : expected === 'refuse' ? ['refused'] : ['imported', 'refused']
        expect(allowed, listed).toContain(outcome)
      }
    }
  }, 120_000)

  test('let no word of a script into the text of a page', async () => {
    const bytes = readFileSync(join(place, 'html/scripts.html'))
    const { documents } = await parser.parse({ ...undecided, bytes, name: 'scripts.html', format: 'html' })
    const { text, marks } = documents[0]!
    expect(text).toMatch(/^We should ban cars\./)
    expect(JSON.stringify({ text, marks })).not.toMatch(/PWNED|127\.0\.0\.1/)
  })

  async function tryImport(path: string): Promise<'imported' | 'refused' | 'handed on'> {
    const bytes = readFileSync(path)
    const name = basename(path)
    try {
      const format = recognise(bytes.subarray(0, 65_536), name)
      if (format === 'rejoinder-jsonl') return 'handed on'
      const [document] = (await parser.parse({ ...undecided, bytes, name, format })).documents
      expect(checkStructure(document!), path).toEqual([])
      return 'imported'
    } catch (error) {
      expect(error, path).toMatchObject({
        name: 'Failure',
        code: 'unreadable',
        message: expect.stringMatching(/\.$/),
      })
      return 'refused'
    }
  }
})
