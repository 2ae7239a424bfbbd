import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { run } from './run.ts'
import { collector, commandLineFolder, json, rejoinder } from './testing/command-line.ts'

const at = commandLineFolder()

vi.setConfig({ testTimeout: 60_000 })

describe('annotations of other programs', () => {
  it('come in from a folder, the tags being what --map says, with all that is told of them', async () => {
    await rejoinder('new', at('one.rejoinder'))
    mkdirSync(at('corpus'))
    writeFileSync(at('corpus/speech.txt'), 'The tram pays.\n')
    writeFileSync(
      at('corpus/speech.ann'),
      'T1\tThesis 0 13\tThe tram pays\nT2\tClaim 4 8\ttram\n#1\tAnnotatorNotes T7\tgone\n',
    )
    const { status, value } = await json(
      'import',
      at('one.rejoinder'),
      at('corpus'),
      '--map',
      'Thesis=rebuttal',
    )
    expect(status).toBe(0)
    expect(value).toMatchObject({
      files: [],
      annotations: [
        {
          ...{
            file: at('corpus'),
            format: 'brat',
            taken: { documents: 1, annotations: 2 },
            alreadyThere: {},
          },
          leftOut: [{ what: 'notes on what is not in the file', count: 1 }],
          mapped: [
            { kind: 'tag', from: 'Thesis', to: 'Rebuttal' },
            { kind: 'tag', from: 'Claim', to: 'Claim' },
          ],
          doubts: [],
        },
      ],
    })
    expect(
      (await rejoinder('import', at('one.rejoinder'), at('corpus'), '--map', 'Thesis=Nothing')).stderr,
    ).toContain('Nothing in the project is called “Nothing”')
    expect((await rejoinder('import', at('one.rejoinder'), at('corpus'), '--map', 'Thesis')).status).toBe(2)
  })

  it('are told before they come in, tags and what they become too, with --dry-run', async () => {
    await rejoinder('new', at('one.rejoinder'))
    mkdirSync(at('corpus'))
    writeFileSync(at('corpus/speech.txt'), 'The tram pays.\n')
    writeFileSync(at('corpus/speech.ann'), 'T1\tThesis 0 13\tThe tram pays\nT2\tHedge 4 8\ttram\n')
    writeFileSync(at('other.txt'), 'Another text.')
    const paths = ['corpus', 'other.txt', 'gone.txt'].map(at)
    const words = ['import', at('one.rejoinder'), ...paths, '--map', 'Thesis=rebuttal']
    const before = await json('stats', at('one.rejoinder'))
    const { status, value } = await json(...words, '--dry-run')
    expect(status).toBe(1)
    expect(value).toMatchObject({
      found: [
        {
          ...{ file: at('corpus'), format: 'brat', documents: { new: 1, same: 0 } },
          tags: [
            { name: 'Thesis', uses: 1, as: 'Rebuttal' },
            { name: 'Hedge', uses: 1, as: null },
          ],
        },
      ],
      others: [at('other.txt')],
      problems: [{ file: at('gone.txt'), what: expect.stringContaining('There is no such file') }],
    })
    expect((await rejoinder(...words, '--dry-run')).stdout).toContain('tag “Hedge” (1): new')
    expect(await json('stats', at('one.rejoinder'))).toEqual(before)
  })

  it('come from each whole project in a folder, and what is wrong with one is in the JSON', async () => {
    await rejoinder('new', at('one.rejoinder'), '--sample')
    mkdirSync(at('projects'))
    const out = at('projects/good.qdpx')
    await rejoinder('export', at('one.rejoinder'), '--format', 'refi-qda', '--out', out)
    await rejoinder('new', at('two.rejoinder'))
    const { status, value } = await json('import', at('two.rejoinder'), at('projects'))
    expect(status).toBe(0)
    expect(value).toMatchObject({ annotations: [{ file: out, format: 'refi-qda' }], problems: [] })

    writeFileSync(at('bad.qdpx'), 'no zip')
    const bad = await json('import', at('two.rejoinder'), at('bad.qdpx'), '--format', 'refi-qda')
    expect(bad).toMatchObject({ status: 1, value: { problems: [{ file: at('bad.qdpx') }] } })
    expect(bad.stderr).toContain(bad.value.problems[0].what)
  })

  it('bring a project back whole from brat, by the command line alone', async () => {
    await rejoinder('new', at('one.rejoinder'), '--sample')
    await rejoinder('export', at('one.rejoinder'), '--format', 'rejoinder-jsonl', '--out', at('one.jsonl'))
    await rejoinder('export', at('one.rejoinder'), '--format', 'brat', '--out', at('brat'))
    await rejoinder('new', at('two.rejoinder'))
    expect(await rejoinder('import', at('two.rejoinder'), at('brat'))).toMatchObject({
      status: 0,
      stderr: '',
    })
    await rejoinder('export', at('two.rejoinder'), '--format', 'rejoinder-jsonl', '--out', at('two.jsonl'))
    expect(readFileSync(at('two.jsonl'), 'utf8')).toBe(readFileSync(at('one.jsonl'), 'utf8'))
  })

  it('that were edited outside change the project they came from only with --update', async () => {
    await rejoinder('new', at('one.rejoinder'))
    mkdirSync(at('corpus'))
    writeFileSync(at('corpus/speech.txt'), 'The tram pays.\n')
    writeFileSync(at('corpus/speech.ann'), 'T1\tClaim 0 13\tThe tram pays\nT2\tClaim 4 8\ttram\n')
    await rejoinder('import', at('one.rejoinder'), at('corpus'))
    await rejoinder('export', at('one.rejoinder'), '--format', 'brat', '--out', at('out'))
    const [folder] = readdirSync(at('out')).filter((name) => !name.includes('.'))
    const sheet = at(`out/${folder}/speech.ann`)
    writeFileSync(sheet, 'T1\tRebuttal 0 13\tThe tram pays\nT7\tClaim 9 13\tpays\n')

    const { value: plain } = await json('import', at('one.rejoinder'), at('out'))
    expect(plain).toMatchObject({
      annotations: [{ taken: { annotations: 1 }, changed: {}, deleted: {}, left: { annotations: 2 } }],
    })
    const update = ['import', at('one.rejoinder'), at('out'), '--update', '--delete-missing']
    const { value: dry } = await json(...update, '--dry-run')
    expect(dry).toMatchObject({ found: [{ comparison: { added: 0, changed: 1, missing: 1 } }] })
    const { value } = await json(...update)
    expect(value).toMatchObject({
      annotations: [{ taken: {}, changed: { annotations: 1 }, deleted: { annotations: 1 }, left: {} }],
    })
    const { value: stats } = await json('stats', at('one.rejoinder'))
    expect(JSON.stringify(stats)).toContain('"Rebuttal"')
    expect((await rejoinder('import', at('one.rejoinder'), at('out'), '--delete-missing')).status).toBe(2)
  })
})

describe('a copy to read', () => {
  it('shows what was asked for, and only of the tags that were', async () => {
    await rejoinder('new', at('p.rejoinder'), '--sample')
    const words = ['export', at('p.rejoinder'), '--format', 'reading-html', '--out']
    const { value } = await json(...words, at('whole.html'))
    expect(value.losses).not.toContainEqual(
      expect.objectContaining({ what: expect.stringContaining('shown') }),
    )
    const chosen = ['--tag', 'Rebuttal', '--without', 'notes', '--without', 'legend', '--notes-after']
    const bare = await json(...words, at('bare.html'), ...chosen)
    expect(bare.value.losses).toContainEqual({
      what: 'annotations of tags that are not shown',
      count: expect.any(Number),
    })
    const html = readFileSync(at('bare.html'), 'utf8')
    expect(html).toContain('class="copy end"')
    expect(html).not.toMatch(/class="legend"|class="note"/)
    const whole = readFileSync(at('whole.html'), 'utf8')
    expect(whole).toContain('class="copy beside"')
    expect(whole).toContain('class="legend"')

    expect((await rejoinder(...words, at('no.html'), '--without', 'words')).status).toBe(2)
    expect((await rejoinder(...words, at('no.html'), '--tag', 'Tram')).stderr).toContain('no tag “Tram”')
    const table = ['export', at('p.rejoinder'), '--format', 'csv', '--out', at('t'), '--tag', 'Claim']
    expect(await rejoinder(...table)).toMatchObject({ status: 2 })
  })
})

describe('a dataset to publish', () => {
  const words = () => ['export', at('p.rejoinder'), '--format', 'dataset', '--out', at('dataset')]

  it('is made, checked, replaced, and found out when one byte of it is changed', async () => {
    await rejoinder('new', at('p.rejoinder'), '--sample')
    const terms = [
      '--licence',
      'CC-BY-4.0',
      '--withhold',
      'all',
      '--no-names',
      '--split',
      '60/20/20',
      '--seed',
      '7',
    ]
    const made = await json(...words(), ...terms)
    expect(made).toMatchObject({
      status: 0,
      value: { notes: [expect.stringContaining('instead of 60/20/20')] },
    })
    expect(made.value.losses).toContainEqual({ what: 'texts that are withheld', count: 4 })
    expect(made.value.counts).not.toHaveProperty('memos')
    expect(readFileSync(at('dataset/jsonl/documents/train.jsonl'), 'utf8')).toContain('"text":null')
    expect(await json('check', at('dataset'))).toMatchObject({
      status: 0,
      value: { kind: 'dataset', problems: [] },
    })

    expect((await rejoinder(...words(), '--replace')).status).toBe(0)
    const file = at('dataset/jsonl/codebook.jsonl')
    writeFileSync(file, readFileSync(file, 'utf8').replace('Claim', 'Blaim'))
    const { status, stderr } = await rejoinder('check', at('dataset'))
    expect([status, stderr]).toEqual([1, `${file}: is not as it was written: its checksum is another\n`])
  })

  it('is not written over a README that is somebody else’s', async () => {
    await rejoinder('new', at('p.rejoinder'), '--sample')
    mkdirSync(at('dataset'))
    writeFileSync(at('dataset/README.md'), '# My thesis\n')
    const { status, stderr } = await rejoinder(...words(), '--replace')
    expect([status, stderr]).toEqual([1, expect.stringContaining('holds “README.md”')])
    expect(readFileSync(at('dataset/README.md'), 'utf8')).toBe('# My thesis\n')
  })

  it.each([
    ['--seed', 'x'],
    ['--split', '90/20/20'],
    ['--address', 'nowhere'],
  ])('does not understand %s %s', async (...wrong) => {
    await rejoinder('new', at('p.rejoinder'), '--sample')
    const { status, stderr } = await rejoinder(...words(), ...wrong)
    expect([status, stderr]).toEqual([2, expect.stringContaining('error: ')])
    expect(existsSync(at('dataset'))).toBe(false)
  })
})

it('says with --dry-run what an export would lack, and writes nothing', async () => {
  await rejoinder('new', at('one.rejoinder'), '--sample')
  const words = ['export', at('one.rejoinder'), '--format', 'brat']
  const out = at('brat')
  const dry = await json(...words, '--dry-run', '--out', out)
  expect(existsSync(out)).toBe(false)
  expect(dry).toMatchObject({ status: 0, value: { paths: [], counts: { annotations: expect.any(Number) } } })
  const { value } = await json(...words, '--out', out)
  expect(dry.value.losses).toEqual(value.losses)
  expect(value.losses.length).toBeGreaterThan(3)
  expect((await rejoinder(...words)).status).toBe(2)
})

it('says what an export will lack before it is there', async () => {
  await rejoinder('new', at('one.rejoinder'), '--sample')
  const out = at('brat')
  const told: { words: string; isThere: boolean }[] = []
  const stdout = {
    ...collector(),
    write(words: string, done?: () => void) {
      if (words !== '') told.push({ words, isThere: existsSync(out) })
      done?.()
    },
  }
  const status = await run(['export', at('one.rejoinder'), '--format', 'brat', '--out', out], {
    stdout,
    stderr: collector(),
  })
  expect(status).toBe(0)
  const [beside, leftOut, last] = [told[0]!, told[1]!, told.at(-1)!]
  expect(beside).toEqual({ words: expect.stringMatching(/^Kept beside it, .* claims \(7\)/), isThere: false })
  expect(leftOut).toEqual({ words: expect.stringMatching(/^Left out: .*\(\d+\)/), isThere: false })
  expect(last).toEqual({ words: expect.stringMatching(/^Wrote /), isThere: true })
})
