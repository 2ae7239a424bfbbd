import { openSession } from '../../main/open-session.ts'

// A process of its own for each format, as the most memory that was ever used is told for a whole process. What it
// does is what the program does: it opens the project and exports from it, in a thread like that of the program.

const [project, format, to, foundSoundPath] = process.argv.slice(2) as [string, string, string, string]
const mb = () => process.resourceUsage().maxRSS / 1024
const session = openSession({ path: project, make: null, who: { uid: null, name: 'Ada' }, foundSoundPath })
try {
  const opened = mb()
  const began = performance.now()
  const cpuBefore = process.cpuUsage()
  await session.handlers.exchange.write({
    ...{ task: 'out', format, to, replace: false, withOriginals: false },
    ...{ annotatorIds: null, documentIds: null },
  })
  const { user, system } = process.cpuUsage(cpuBefore)
  const ms = performance.now() - began
  console.log(JSON.stringify({ ms, cpuMs: (user + system) / 1000, mb: mb(), opened }))
} finally {
  await session.close()
}
