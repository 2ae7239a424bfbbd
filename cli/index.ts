import { run } from './run.ts'

const stopping = new AbortController()
process.once('SIGINT', () => stopping.abort())
// Whoever reads along may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await run(process.argv.slice(2), { signal: stopping.signal })
