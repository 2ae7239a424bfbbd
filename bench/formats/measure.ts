import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { formats } from '../../main/exchange/formats/index.ts'
import { openSession } from '../../main/open-session.ts'
import { aligned, inWords } from '../figures.ts'
import { what, writeProject } from './write-project.ts'

/** In seconds and in megabytes of the whole process; for those that large projects leave by. */
const goals = { seconds: 10, mb: 500, formats: ['rejoinder-jsonl', 'csv', 'web-annotation', 'brat'] }

/**
 * Export of a large project file in each format, sidecar and reading back included: time, and the most memory that the
 * process had which opened the project and exported it.
 */
export async function formatsTable(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rejoinder-bench-'))
  try {
    const project = join(folder, 'large.rejoinder')
    writeProject(project)
    // The window looks a project through once and remembers that it is sound.
    const foundSoundPath = join(folder, 'found-sound.json')
    await openSession({ path: project, make: null, who: { uid: null, name: 'Ada' }, foundSoundPath }).close()
    const script = fileURLToPath(new URL('./write-one.ts', import.meta.url))
    const lines = [['', 'time', 'goal', 'memory', 'goal', 'of it with the project open']]
    for (const { name } of formats.filter(({ writes }) => writes)) {
      const to = join(folder, name)
      const asked = [...process.execArgv, script, project, name, to, foundSoundPath]
      const { stdout } = await promisify(execFile)(process.execPath, asked)
      rmSync(to, { recursive: true, force: true })
      const { ms, mb, opened } = JSON.parse(stdout) as { ms: number; mb: number; opened: number }
      const hasGoal = goals.formats.includes(name)
      lines.push([
        ...[name, `${(ms / 1000).toFixed(1)} s`],
        hasGoal ? inWords(`${goals.seconds} s`, ms < goals.seconds * 1000) : '',
        `${Math.round(mb)} MB`,
        ...[hasGoal ? inWords(`${goals.mb} MB`, mb < goals.mb) : '', `${Math.round(opened)} MB`],
      ])
    }
    return `${what}\n${aligned(lines, [1, 3, 5])}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
