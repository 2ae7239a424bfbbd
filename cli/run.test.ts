import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { connect } from '../db/connect.ts'
import { countWords } from '../db/count-words.ts'
import { commandNames } from '../main/app/arguments.ts'
import { formats } from '../main/exchange/formats/index.ts'
import { xlsxOf } from '../main/import/testing/office-files.ts'
import { run } from './run.ts'
import { collector, commandLineFolder, json, rejoinder } from './testing/command-line.ts'

const at = commandLineFolder()

vi.setConfig({ testTimeout: 60_000 })

const sample = new URL('../main/sample/sample.rejoinder.jsonl', import.meta.url)

describe('the command line', () => {
  it('does the main job: makes a project, imports, exports, imports that into another, exports the same again', async () => {
    expect(await rejoinder('new', at('one.rejoinder'), '--sample')).toMatchObject({ status: 0, stderr: '' })
    const first = await rejoinder(
      'export',
      at('one.rejoinder'),
      '--format',
      'rejoinder-jsonl',
      '--out',
      at('one.jsonl'),
    )
    expect(first).toMatchObject({ status: 0, stderr: '' })
    expect(first.stdout).toContain('4 documents, 56 annotations')
    expect(readFileSync(at('one.jsonl'), 'utf8')).toBe(readFileSync(sample, 'utf8'))

    await rejoinder('new', at('two.rejoinder'))
    const imported = await json('import', at('two.rejoinder'), at('one.jsonl'), '--annotator', 'Ben')
    expect(imported).toMatchObject({
      status: 0,
      value: { cancelled: false, files: [{ outcome: 'imported' }] },
    })
    await rejoinder('export', at('two.rejoinder'), '--format', 'rejoinder-jsonl', '--out', at('two.jsonl'))
    expect(readFileSync(at('two.jsonl'), 'utf8')).toBe(readFileSync(at('one.jsonl'), 'utf8'))
    expect(await rejoinder('check', at('two.rejoinder'))).toMatchObject({ status: 0, stderr: '' })
    expect(await rejoinder('check', at('two.jsonl'))).toMatchObject({ status: 0, stderr: '' })
  })

  it('imports the sheet of a workbook that is asked for, with the columns that are named', async () => {
    const cells = (...words: string[]) =>
      `<row>${words.map((one) => `<c t="inlineStr"><is><t>${one}</t></is></c>`).join('')}</row>`
    const sheets = {
      Cover: `<sheetData>${cells('Talks of 2021')}</sheetData>`,
      Talks: `<sheetData>${cells('who', 'said')}${cells('Ada', 'The tram pays.')}</sheetData>`,
    }
    writeFileSync(at('talks.xlsx'), xlsxOf({ sheets }))
    await rejoinder('new', at('a.rejoinder'))
    const how = ['--sheet', 'Talks', '--text-column', 'said', '--meta', 'who=author']
    expect(await json('import', at('a.rejoinder'), at('talks.xlsx'), ...how)).toMatchObject({
      status: 0,
      value: { files: [{ outcome: 'imported', documents: [{ title: 'The tram pays.' }] }] },
    })
    await rejoinder('export', at('a.rejoinder'), '--format', 'rejoinder-jsonl', '--out', at('a.jsonl'))
    expect(readFileSync(at('a.jsonl'), 'utf8')).toContain('"author":"Ada"')
    const wrong = await rejoinder('import', at('a.rejoinder'), at('talks.xlsx'), '--sheet', 'Songs')
    expect(wrong).toMatchObject({ status: 1 })
    expect(wrong.stderr).toContain('no sheet “Songs”; it has: Cover, Talks.')
  })

  it('imports texts, goes on after a bad file and says which it was', async () => {
    await rejoinder('new', at('p.rejoinder'))
    mkdirSync(at('texts'))
    writeFileSync(at('texts/a.txt'), 'The tram line pays.')
    writeFileSync(at('texts/b.md'), '# Answer\n\nIt does not.')
    writeFileSync(at('bad.jsonl'), `${readFileSync(sample, 'utf8')}{"type":"memo"}\n`)
    const lines = readFileSync(sample, 'utf8').trimEnd().split('\n').length
    const { status, stdout, stderr } = await rejoinder(
      'import',
      at('p.rejoinder'),
      at('bad.jsonl'),
      at('texts'),
      at('gone.txt'),
    )
    expect(status).toBe(1)
    expect(stdout).toContain(`${at('texts/a.txt')}: imported`)
    expect(stderr.split('\n')[0]).toBe(`${at('bad.jsonl')}:${lines + 1}: the field "id" is missing`)
    expect(stderr.split('\n')[1]).toMatch(/gone\.txt: /)
    expect((await json('stats', at('p.rejoinder'))).value).toMatchObject({ documents: 2, annotations: 0 })
    expect((await rejoinder('search', at('p.rejoinder'), 'line')).stdout).toContain(
      '1 hit in 1 of 2 documents',
    )

    const again = await json('import', at('p.rejoinder'), at('texts/a.txt'))
    expect(again.value.files[0]).toMatchObject({
      outcome: 'already-there',
      documents: [{ title: 'The tram line pays.' }],
    })
  })

  it('counts words as the window does', async () => {
    await rejoinder('new', at('p.rejoinder'))
    writeFileSync(at('a.txt'), 'The city’s 12,500 tram-line users: 市议会认为电车会回本。')
    const { value } = await json('import', at('p.rejoinder'), at('a.txt'))
    expect(value.files[0].outcome).toBe('imported')
    const { value: stats } = await json('stats', at('p.rejoinder'))
    expect(stats.words).toBe(countWords('The city’s 12,500 tram-line users: 市议会认为电车会回本。'))
  })

  it('exports the documents and annotators that are named, by name or id', async () => {
    await rejoinder('new', at('p.rejoinder'), '--sample')
    const words = ['export', at('p.rejoinder'), '--format', 'csv', '--annotator', 'Sample annotator']
    const two = ['--document', 'What the trial has shown', '--document', 'weavers-bridge/report']
    const { status, value } = await json(...words, ...two, '--out', at('tables'))
    expect(status).toBe(0)
    expect(value.counts).toMatchObject({ documents: 2, annotations: 25 })
    expect(value.losses.map(({ what }: { what: string }) => what)).toContain(
      'links whose other end is outside the chosen part',
    )
    expect(existsSync(at('tables/links.csv'))).toBe(true)

    const unknown = await rejoinder(...words, '--document', 'Nothing', '--out', at('other'))
    expect(unknown).toMatchObject({ status: 1, stdout: '' })
    expect(unknown.stderr).toBe(`${at('p.rejoinder')}: There is no document “Nothing” in the project.\n`)
    expect(await rejoinder(...words, '--out', at('tables'))).toMatchObject({ status: 1 })
    expect(await rejoinder(...words, '--out', at('tables'), '--replace')).toMatchObject({ status: 0 })
  })

  it('checks every line of an exchange file', async () => {
    const broken = readFileSync(sample, 'utf8')
      .replace('"quote":["', '"quote":["X')
      .replace(/"about":\{"\w+":"[^"]*"\}/, '"about":{"claim":"nobody"}')
    writeFileSync(at('broken.jsonl'), broken)
    const { status, value, stderr } = await json('check', at('broken.jsonl'))
    expect(status).toBe(1)
    expect(value.problems).toHaveLength(2)
    expect(stderr.split('\n')[0]).toBe(
      `${at('broken.jsonl')}:${value.problems[0].line}: ${value.problems[0].what}`,
    )
  })

  it('checks a project, and one that is too damaged to open', async () => {
    await rejoinder('new', at('p.rejoinder'), '--sample')
    expect((await json('check', at('p.rejoinder'))).value).toMatchObject({ kind: 'project', problems: [] })
    copyFileSync(at('p.rejoinder'), at('q.rejoinder'))
    const database = connect(at('q.rejoinder'))
    database.exec(
      `UPDATE revision SET text = 'X' || substr(text, 2); UPDATE tag SET color = 'red' WHERE id = 9`,
    )
    database.close()
    const bytes = readFileSync(at('q.rejoinder'))
    const { status, stderr, stdout } = await rejoinder('check', at('q.rejoinder'))
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr.match(/^.*q\.rejoinder: .+\.$/gm)!.length).toBeGreaterThan(1)
    expect(readFileSync(at('q.rejoinder')).equals(bytes)).toBe(true)
  })

  it('refuses what is there, what is not a project and what is not there', async () => {
    writeFileSync(at('p.rejoinder'), 'precious')
    expect(await rejoinder('new', at('p.rejoinder'))).toMatchObject({ status: 1, stdout: '' })
    expect(readFileSync(at('p.rejoinder'), 'utf8')).toBe('precious')
    expect(await rejoinder('stats', at('p.rejoinder'))).toMatchObject({ status: 1, stdout: '' })
    expect(await rejoinder('stats', at('gone.rejoinder'))).toMatchObject({ status: 1, stdout: '' })
    expect(existsSync(at('gone.rejoinder'))).toBe(false)
    expect(await rejoinder('check', at('gone.jsonl'))).toEqual({
      status: 1,
      stdout: '',
      stderr: `${at('gone.jsonl')}: there is no such file\n`,
    })
    const { value } = await json('stats', at('gone.rejoinder'))
    expect(value.problems).toHaveLength(1)
  })

  it.each([
    [['merge', 'a', 'b']],
    [['new']],
    [['new', 'a', 'b']],
    [['stats', 'a', '--colour']],
    [['export', 'a', '--format', 'csv']],
    [['export', 'a', '--format', 'csv', '--out', 'b', '--licence', 'CC0-1.0']],
    [['export', 'a', '--format', 'docx', '--out', 'b']],
    [['import', 'a', 'b', '--format', 'csv']],
    [['import', 'a', 'b', '--encoding', 'klingon']],
    [[]],
  ])('says that %j makes no sense', async (words) => {
    expect(await rejoinder(...words)).toMatchObject({ status: 2, stdout: '' })
    expect((await rejoinder(...words)).stderr).not.toBe('')
  })

  it('explains itself', async () => {
    const { status, stdout } = await rejoinder('--help')
    expect(status).toBe(0)
    for (const name of commandNames) expect(stdout).toContain(`\n  ${name} `)
    for (const word of ['merge', 'agreement']) expect(stdout).not.toContain(word)
    expect((await json('formats')).value).toEqual(JSON.parse(JSON.stringify(formats)))
  })

  it('shows progress on a terminal only', async () => {
    await rejoinder('new', at('p.rejoinder'))
    copyFileSync(sample, at('in.jsonl'))
    const [stdout, stderr] = [collector(), collector(true)]
    await run(['import', at('p.rejoinder'), at('in.jsonl')], { stdout, stderr })
    expect(stderr.text()).toContain('in.jsonl')
    expect(stderr.text().endsWith('\r\u001b[K')).toBe(true)
  })
})

describe('the page on the command line', () => {
  const page = readFileSync(new URL('../docs/command-line.md', import.meta.url), 'utf8')

  it('names every command, option and format', async () => {
    for (const name of commandNames) {
      expect(page).toContain(`| \`${name}`)
      const { stdout } = await rejoinder(name, '--help')
      for (const [option] of stdout.matchAll(/--[a-z-]+/g))
        if (option !== '--help') expect(page).toContain(option)
    }
    const rows = page.split('\n').filter((line) => /^\| `.*` \| (?:in|out|in, out) \|/.test(line))
    for (const { name, reads, writes } of formats) {
      const directions = [reads && 'in', writes && 'out'].filter(Boolean).join(', ')
      const row = rows.find((line) => line.slice(0, line.indexOf('|', 2)).includes(`\`${name}\``))
      expect(row, name).toContain(`| ${directions} |`)
    }
  })
})
