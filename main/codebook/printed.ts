import type * as Data from '../exchange/dataset.ts'
import { describeAttribute } from './attribute-words.ts'
import type { CodebookData } from './codebook-data.ts'

const roleNames = { claim: 'Claim', rebuttal: 'Rebuttal', premise: 'Premise', none: '' }

/** What is said of a tag, in the order of the page. */
function saidOf(tag: Data.Tag): [label: string, lines: string[]][] {
  const said: [string, string[]][] = [
    ['Role', [roleNames[tag.role]]],
    ['Key', [tag.key.toUpperCase()]],
    ['Definition', [tag.definition]],
    ['Use when', [tag.include]],
    ['Not when', [tag.exclude]],
    ['Attributes', tag.attributes.map(describeAttribute)],
    ['Examples', tag.examples],
  ]
  return said.filter(([, lines]) => lines.some((line) => line.trim() !== ''))
}

const roleWords = (roles: readonly Data.LinkType['sourceRoles'][number][]): string =>
  roles.length === 0 ? 'any tag' : roles.map((role) => (role === 'none' ? 'no role' : role)).join(', ')

const joinWords = ({ symmetric, sourceRoles, targetRoles }: Data.LinkType): string =>
  `${roleWords(sourceRoles)} ${symmetric ? '↔' : '→'} ${roleWords(targetRoles)}`

function depths({ tags }: CodebookData): Map<string, number> {
  const known = new Map<string, number>()
  for (const { id, parent } of tags) known.set(id, parent === null ? 0 : (known.get(parent) ?? 0) + 1)
  return known
}

/** A page to print: everything in one file, nothing fetched. */
export function writeCodebookHtml(codebook: CodebookData, name: string): string {
  const depth = depths(codebook)
  const tags = codebook.tags.map((tag) => {
    const rows = saidOf(tag).map(
      ([label, lines]) =>
        `<dt>${label}</dt><dd>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</dd>`,
    )
    const level = Math.min(6, 2 + (depth.get(tag.id) ?? 0))
    return `<section style="margin-left:${(depth.get(tag.id) ?? 0) * 1.5}em"><h${level}><i style="background:${tag.color}"></i>${escaped(tag.name)}</h${level}><dl>${rows.join('')}</dl></section>`
  })
  const types = codebook.linkTypes.map(
    (type) =>
      `<tr><td><i style="background:${type.color}"></i>${escaped(type.name)}</td><td>${escaped(joinWords(type))}</td></tr>`,
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(name)}: codebook</title>
<style>
body{max-width:46em;margin:2em auto;padding:0 1em;font:16px/1.5 Georgia,serif;color:#25221c}
h1{font-size:1.6em}h2,h3,h4,h5,h6{margin:0 0 .3em;font-size:1.1em}
section{margin-block:1.2em;break-inside:avoid}
i{display:inline-block;width:.7em;height:.7em;margin-right:.5em;border-radius:2px;print-color-adjust:exact}
dl{display:grid;grid-template-columns:7em 1fr;gap:.15em 1em;margin:0}dt{color:#6b6355}dd,p{margin:0;white-space:pre-line}
td{padding:.15em 1.5em .15em 0;vertical-align:top}
</style></head><body>
<h1>${escaped(name)}: codebook</h1>
${tags.join('\n')}
${types.length > 0 ? `<h2>Link types</h2><table>${types.join('')}</table>` : ''}
</body></html>
`
}

/** The same as Markdown. */
export function writeCodebookMarkdown(codebook: CodebookData, name: string): string {
  const depth = depths(codebook)
  const tags = codebook.tags.map((tag) => {
    const said = saidOf(tag).map(([label, lines]) =>
      lines.length === 1
        ? `- **${label}:** ${oneLine(lines[0]!)}`
        : `- **${label}:**\n${lines.map((line) => `  - ${oneLine(line)}`).join('\n')}`,
    )
    const heading = `${'#'.repeat(Math.min(6, 2 + (depth.get(tag.id) ?? 0)))} ${oneLine(tag.name)}`
    return [heading, ...(said.length > 0 ? [said.join('\n')] : [])].join('\n\n')
  })
  const types = codebook.linkTypes.map((type) => `- **${oneLine(type.name)}:** ${joinWords(type)}`)
  const parts = [`# ${oneLine(name)}: codebook`, ...tags]
  if (types.length > 0) parts.push('## Link types', types.join('\n'))
  return `${parts.join('\n\n')}\n`
}

const escaped = (words: string): string =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** What Markdown would take for its own is escaped; a line end would end the item. */
const oneLine = (words: string): string => words.replace(/\s*\n\s*/g, ' ').replace(/[\\`*_[\]<>#|]/g, '\\$&')
