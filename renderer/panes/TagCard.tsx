import type { Tag } from '../../preload/contract/tag.ts'
import { TagSwatch } from '../ui/Tag.tsx'
import './tag-card.css'

/** How many examples a card shows. */
const mostExamples = 3

/** What a tag means, at hand where tags are chosen. Nothing beyond its name when nothing is said of it. */
export function TagCard({ tag }: { tag: Tag }) {
  const { name, color, definition, include, exclude, examples } = tag
  return (
    <span className="tag-card">
      <span className="tag-card-name">
        <TagSwatch color={color} /> {name}
      </span>
      {definition.trim() !== '' && <span dir="auto">{definition}</span>}
      {include.trim() !== '' && (
        <span dir="auto">
          <span className="tag-card-label">Use when </span>
          {include}
        </span>
      )}
      {exclude.trim() !== '' && (
        <span dir="auto">
          <span className="tag-card-label">Not when </span>
          {exclude}
        </span>
      )}
      {examples.slice(0, mostExamples).map((example, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two examples may have the same words
        <span key={index} dir="auto" className="tag-card-example">
          {example}
        </span>
      ))}
      {examples.length > mostExamples && (
        <span className="tag-card-label">and {examples.length - mostExamples} more in the codebook</span>
      )}
    </span>
  )
}

/** Whether there is more to a tag than its name. */
export function saysMore({ definition, include, exclude, examples }: Tag): boolean {
  return [definition, include, exclude].some((words) => words.trim() !== '') || examples.length > 0
}
