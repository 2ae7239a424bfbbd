import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { writtenFormats } from '../../main/exchange/formats/index.ts'

/** Export of 200,000 annotations in each format, sidecar and all: time, and the most memory the process had. */
export async function formatsTable(): Promise<string> {
  const script = fileURLToPath(new URL('./write-one.ts', import.meta.url))
  const lines = ['200,000 annotations, two annotators, 400 texts; memory with the dataset itself']
  for (const { name } of writtenFormats) {
    const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, script, name])
    const { ms, mb, before } = JSON.parse(stdout) as { ms: number; mb: number; before: number }
    lines.push(
      `${name.padEnd(20)} ${(ms / 1000).toFixed(1).padStart(6)} s ${Math.round(mb).toString().padStart(6)} MB (${Math.round(before)} MB before it began)`,
    )
  }
  return lines.join('\n')
}
