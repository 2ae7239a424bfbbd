import { type Surroundings, withSession } from './with-session.ts'

export async function showStats(project: string, surroundings: Surroundings): Promise<void> {
  const stats = await withSession({ path: project }, surroundings, ({ handlers }) => handlers.project.stats())
  const { byTag, byDocument, byAnnotator, byLinkType, ...totals } = stats
  const { terminal } = surroundings
  terminal.say(columns(totals))
  for (const [heading, counts] of [
    ['Annotations by tag', byTag],
    ['Annotations by document', byDocument],
    ['Annotations by annotator', byAnnotator],
    ['Links by type', byLinkType],
  ] as const) {
    if (Object.keys(counts).length > 0) terminal.say(`\n${heading}\n${columns(counts)}`)
  }
  terminal.result(stats)
}

/** The numbers in a column of their own. */
function columns(counts: Record<string, number>): string {
  const width = Math.max(...Object.values(counts).map((count) => String(count).length))
  return Object.entries(counts)
    .map(([name, count]) => `  ${String(count).padStart(width)}  ${name}`)
    .join('\n')
}
