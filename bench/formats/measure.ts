import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { formats } from '../../main/exchange/formats/index.ts'
import { readingFormats } from '../../main/exchange/reading-copy/formats.ts'
import { openSession } from '../../main/open-session.ts'
import { aligned, inWords } from '../figures.ts'
import { annotationsEach, documents, what, writeProject } from './write-project.ts'

/** In seconds and in megabytes of the whole process; for those that large projects leave by. */
const goals = { seconds: 10, mb: 500, formats: ['rejoinder-jsonl', 'csv', 'web-annotation', 'brat'] }

/** What a process says that has exported. */
interface Figures {
  ms: number
  cpuMs: number
  /** The most memory it had, and had had once the project was open. */
  mb: number
  opened: number
}

/** What part of the whole project a format is measured with. */
function partFor(name: string, isWhole: boolean): number {
  if (readingFormats.some((copy) => copy.name === name)) return 0.1
  return isWhole || goals.formats.includes(name) ? 1 : 0.5
}

/**
 * Export of a large project file in each format, sidecar and reading back included: time, and the most memory that the
 * process had which opened the project and exported it. The processor time is set against that of a tenth of what was
 * exported: ten times as much is what a format takes that goes through everything once. The whole project goes out in
 * the formats that have a goal, half of it in the others unless `isWhole`, and a tenth in copies for reading, which
 * nobody makes of so much. PDF is not among them: another program sets its pages, and takes its time by the page.
 */
export async function formatsTable({ isWhole = false } = {}): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rejoinder-bench-'))
  // The window looks a project through once and remembers that it is sound.
  const foundSoundPath = join(folder, 'found-sound.json')
  const script = fileURLToPath(new URL('./write-one.ts', import.meta.url))
  const made = new Map<number, string>()
  const projectWith = async (count: number): Promise<string> => {
    const known = made.get(count)
    if (known !== undefined) return known
    const path = join(folder, `${count}.rejoinder`)
    writeProject(path, count)
    await openSession({ path, make: null, who: { uid: null, name: 'Ada' }, foundSoundPath }).close()
    made.set(count, path)
    return path
  }
  const exported = async (count: number, format: string): Promise<Figures> => {
    const to = join(folder, format)
    const asked = [...process.execArgv, script, await projectWith(count), format, to, foundSoundPath]
    const { stdout } = await promisify(execFile)(process.execPath, asked)
    for (const name of readdirSync(folder)) {
      if (name.startsWith(format)) rmSync(join(folder, name), { recursive: true })
    }
    return JSON.parse(stdout)
  }
  try {
    const head = [
      ...['', 'annotations', 'time', 'goal', 'processor', 'to a tenth', 'memory', 'goal'],
      'of it with the project open',
    ]
    const lines = [head]
    const loadBefore = loadavg()[0]!
    for (const { name } of formats.filter(({ writes, endings }) => writes && !endings.includes('pdf'))) {
      const count = documents * partFor(name, isWhole)
      const { cpuMs: cpuMsOfTenth } = await exported(Math.ceil(count / 10), name)
      const { ms, cpuMs, mb, opened } = await exported(count, name)
      const hasGoal = goals.formats.includes(name)
      lines.push([
        ...[name, (count * annotationsEach).toLocaleString('en'), inSeconds(ms)],
        ...[hasGoal ? inWords(`${goals.seconds} s`, ms < goals.seconds * 1000) : ''],
        ...[inSeconds(cpuMs), `${(cpuMs / cpuMsOfTenth).toFixed(1)} ×`, `${Math.round(mb)} MB`],
        ...[hasGoal ? inWords(`${goals.mb} MB`, mb < goals.mb) : '', `${Math.round(opened)} MB`],
      ])
    }
    const load = [loadBefore, loadavg()[0]!].map((one) => one.toFixed(1)).join(' and ')
    return `of ${what}; load ${load}\n${aligned(lines, [1, 2, 4, 5, 6, 8])}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
