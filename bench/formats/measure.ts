import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { writtenFormats } from '../../main/exchange/formats/index.ts'
import { aligned, inWords } from '../figures.ts'

/** In seconds and in megabytes, with the dataset itself; for those that large projects leave by. */
const goals = { seconds: 10, mb: 500, formats: ['rejoinder-jsonl', 'csv', 'web-annotation', 'brat'] }

/** Export of 200,000 annotations in each format, sidecar and all: time, and the most memory the process had. */
export async function formatsTable(): Promise<string> {
  const script = fileURLToPath(new URL('./write-one.ts', import.meta.url))
  const lines = [['', 'time', 'goal', 'memory', 'goal', 'before it began']]
  for (const { name } of writtenFormats) {
    const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, script, name])
    const { ms, mb, before } = JSON.parse(stdout) as { ms: number; mb: number; before: number }
    const hasGoal = goals.formats.includes(name)
    lines.push([
      ...[name, `${(ms / 1000).toFixed(1)} s`],
      hasGoal ? inWords(`${goals.seconds} s`, ms < goals.seconds * 1000) : '',
      `${Math.round(mb)} MB`,
      ...[hasGoal ? inWords(`${goals.mb} MB`, mb < goals.mb) : '', `${Math.round(before)} MB`],
    ])
  }
  const what = '200,000 annotations, two annotators, 400 texts; memory with the dataset itself'
  return `${what}\n${aligned(lines, [1, 3, 5])}`
}
