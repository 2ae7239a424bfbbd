import { run } from './run.ts'

const stopping = new AbortController()
process.once('SIGINT', () => stopping.abort())

process.exitCode = await run(process.argv.slice(2), { signal: stopping.signal })
