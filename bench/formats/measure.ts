import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { formats } from '../../main/exchange/formats/index.ts'
import { openSession } from '../../main/open-session.ts'
import { aligned, inWords } from '../figures.ts'
import { documents, what, writeProject } from './write-project.ts'

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

/**
 * Export of a large project file in each format, sidecar and reading back included: time, and the most memory that the
 * process had which opened the project and exported it. The processor time is set against that of a tenth of the
 * project: ten times as much is what a format takes that goes through everything once.
 */
export async function formatsTable(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rejoinder-bench-'))
  // The window looks a project through once and remembers that it is sound.
  const foundSoundPath = join(folder, 'found-sound.json')
  const script = fileURLToPath(new URL('./write-one.ts', import.meta.url))
  const made = async (name: string, count: number): Promise<string> => {
    const path = join(folder, name)
    writeProject(path, count)
    await openSession({ path, make: null, who: { uid: null, name: 'Ada' }, foundSoundPath }).close()
    return path
  }
  const exported = async (project: string, format: string): Promise<Figures> => {
    const to = join(folder, format)
    const asked = [...process.execArgv, script, project, format, to, foundSoundPath]
    const { stdout } = await promisify(execFile)(process.execPath, asked)
    for (const name of readdirSync(folder)) {
      if (name.startsWith(format)) rmSync(join(folder, name), { recursive: true })
    }
    return JSON.parse(stdout)
  }
  try {
    const [large, tenth] = [
      await made('large.rejoinder', documents),
      await made('tenth.rejoinder', documents / 10),
    ]
    const head = [
      '',
      'time',
      'goal',
      'processor',
      'to a tenth',
      'memory',
      'goal',
      'of it with the project open',
    ]
    const lines = [head]
    const loadBefore = loadavg()[0]!
    for (const { name } of formats.filter(({ writes }) => writes)) {
      const { cpuMs: cpuMsOfTenth } = await exported(tenth, name)
      const { ms, cpuMs, mb, opened } = await exported(large, name)
      const hasGoal = goals.formats.includes(name)
      lines.push([
        ...[name, inSeconds(ms), hasGoal ? inWords(`${goals.seconds} s`, ms < goals.seconds * 1000) : ''],
        ...[inSeconds(cpuMs), `${(cpuMs / cpuMsOfTenth).toFixed(1)} ×`, `${Math.round(mb)} MB`],
        ...[hasGoal ? inWords(`${goals.mb} MB`, mb < goals.mb) : '', `${Math.round(opened)} MB`],
      ])
    }
    const load = [loadBefore, loadavg()[0]!].map((one) => one.toFixed(1)).join(' and ')
    return `${what}; load ${load}\n${aligned(lines, [1, 3, 4, 5, 7])}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
