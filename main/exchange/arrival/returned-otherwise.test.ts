import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { annotationFormats } from '../formats/index.ts'
import { exchangeLines } from '../formats/rejoinder-jsonl/lines.ts'
import { isSidecar } from '../sidecar/is-sidecar.ts'
import { arriving } from '../testing/arriving.ts'
import { tram } from '../testing/tram.ts'

vi.setConfig({ testTimeout: 120_000 })

const { open, at, bringTexts } = arriving()

const sidecar = ['links.jsonl', 'loss.json']

/** All files of what was written to a path, with what lies beside it. */
function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory())
    return [path, ...sidecar.map((name) => `${path}.${name}`)].filter(existsSync)
  const all = readdirSync(path, { recursive: true }).map((name) => join(path, String(name)))
  return all.filter((file) => statSync(file).isFile())
}

const inText =
  (change: (content: string, file: string) => string) =>
  (path: string): string => {
    for (const file of filesOf(path)) {
      const content = readFileSync(file)
      const isPacked = content.subarray(0, 2).toString('latin1') === 'PK'
      if (!isPacked) writeFileSync(file, change(content.toString('utf8'), file))
    }
    return path
  }

const inOneLine = (content: string): string => {
  const spaced = JSON.stringify(JSON.parse(content), null, 1).replaceAll(/\n */g, ' ')
  return spaced.replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** What becomes of files on their way, though nobody has changed what they say. */
const ways: Record<string, (path: string) => string> = {
  'with line ends of Windows': inText((content) => content.replaceAll('\n', '\r\n')),
  'with a byte order mark in each file': inText((content) => `\ufeff${content}`),
  'with JSON that is set otherwise': inText((content, file) => {
    if (/\.jsonl$/.test(file)) return `${content.trim().split('\n').map(inOneLine).join('\n')}\n\n`
    return /json(?:ld)?$/.test(file) ? JSON.stringify(JSON.parse(content), null, 4) : content
  }),
  'in folders of folders': (path) => {
    const to = join(at('back'), 'from Ben', 'of May')
    mkdirSync(to, { recursive: true })
    const own = statSync(path).isDirectory() ? [path] : filesOf(path)
    for (const one of own) cpSync(one, join(to, basename(one)), { recursive: true })
    return at('back')
  },
}

const formats = annotationFormats.filter(({ reader, writer }) => reader && writer)

async function written(format: (typeof formats)[number]) {
  const project = open()
  writeFileSync(at('tram.jsonl'), [...exchangeLines(tram)].map((line) => `${line}\n`).join(''))
  await bringTexts(project, at('tram.jsonl'))
  const to = at(format.makes === 'folder' ? 'study' : `study.${format.endings[0]}`)
  await project.ask('exchange.write', { task: 'out', format: format.name, to })
  const read = async (path: string) => {
    const [recognised, ...others] = await project.ask('annotationImport.recognise', { paths: [path] })
    expect([recognised?.format, others]).toEqual([format.name, []])
    return project.ask('annotationImport.read', { task: 'read', path: recognised!.path, format: format.name })
  }
  return { to, read }
}

describe.each(formats.map((format) => [format.name, format] as const))('%s that comes back', (_, format) => {
  it.each(Object.entries(ways))('%s differs in nothing', async (_, change) => {
    const { to, read } = await written(format)
    const { comparison, leftOut } = await read(change(to))
    expect(comparison?.counts).toEqual({ added: 0, changed: 0, missing: 0 })
    expect(leftOut).toEqual([])
    const beside = filesOf(to).filter((file) => sidecar.some((name) => file.endsWith(name)))
    expect(beside.map(isSidecar)).toEqual([true, true])
  })
})

/** A folder, and a file. */
const halved = ['brat', 'tei'].flatMap((format) => sidecar.map((name) => [format, name] as const))

it.each(halved)('%s without its %s says that it is missing', async (name, missing) => {
  const { to, read } = await written(formats.find((format) => format.name === name)!)
  for (const file of filesOf(to)) if (file.endsWith(missing)) rmSync(file)
  const { comparison, doubts } = await read(to)
  expect(comparison).toBeNull()
  expect(doubts.map(({ what }) => what)).toContainEqual(
    expect.stringContaining(`It lies here without ${missing}`),
  )
})

it('an exchange file that a script has written again is known, whatever its spaces and the order of its fields', async () => {
  const project = open()
  const lines = [...exchangeLines(tram)]
  writeFileSync(at('tram.jsonl'), `${lines.join('\n')}\n`)
  await bringTexts(project, at('tram.jsonl'))
  const turned = (line: string) => Object.fromEntries(Object.entries(JSON.parse(line)).reverse())
  const again = lines.map((line) => inOneLine(JSON.stringify(turned(line)))).join('\r\n')
  writeFileSync(at('back.jsonl'), again)
  expect(await project.ask('annotationImport.recognise', { paths: [at('back.jsonl')] })).toMatchObject([
    { format: 'rejoinder-jsonl' },
  ])
  const { comparison } = await project.ask('annotationImport.read', { task: 'read', path: at('back.jsonl') })
  expect(comparison?.counts).toEqual({ added: 0, changed: 0, missing: 0 })
})
