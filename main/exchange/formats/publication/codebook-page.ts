import { describeAttribute } from '../../../codebook/attribute-words.ts'
import type { Dataset, Tag } from '../../dataset.ts'
import { plainWords, quoted } from './markdown.ts'

/** The codebook as a page to read: tags in their order, each below the one above it, then the link types. */
export function codebookPage({ tags, linkTypes }: Dataset): string {
  const children = Map.groupBy(tags, ({ parent }) => parent)
  const sections: string[] = []
  const add = (tag: Tag, path: readonly string[]): void => {
    sections.push(tagSection(tag, [...path, tag.name]))
    for (const child of children.get(tag.id) ?? []) add(child, [...path, tag.name])
  }
  for (const tag of children.get(null) ?? []) add(tag, [])
  const types = linkTypes.map(
    ({ name, symmetric, sourceRoles, targetRoles }) =>
      `- **${plainWords(name)}**${symmetric ? ' (symmetric)' : ''}: from ${rolesOf(sourceRoles)} to ${rolesOf(targetRoles)}`,
  )
  return `${['# Codebook', ...sections, '# Link types', types.join('\n')].join('\n\n')}\n`
}

const rolesOf = (roles: readonly string[]): string => (roles.length === 0 ? 'any' : roles.join(', '))

function tagSection(
  { role, definition, include, exclude, examples, attributes }: Tag,
  path: string[],
): string {
  const part = (title: string, words: string) => (words.trim() === '' ? [] : [`**${title}**`, quoted(words)])
  return [
    `## ${path.map(plainWords).join(' / ')}`,
    ...(role === 'none' ? [] : [`Role: ${role}`]),
    ...part('Definition', definition),
    ...part('When to use it', include),
    ...part('When not', exclude),
    ...(examples.length === 0 ? [] : ['**Examples**', examples.map((one) => quoted(one)).join('\n\n')]),
    ...(attributes.length === 0
      ? []
      : ['**Attributes**', attributes.map((one) => `- ${plainWords(describeAttribute(one))}`).join('\n')]),
  ].join('\n\n')
}
