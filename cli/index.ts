import { run } from './run.ts'

const stopping = new AbortController()
// Also where a terminal is closed or a machine shuts down: an export takes away what it has half written.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopping.abort())
// Whoever reads along may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await run(process.argv.slice(2), { signal: stopping.signal })
