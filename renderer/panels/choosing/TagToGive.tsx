import type { ReactNode } from 'react'
import { isAnswerable } from '../../../preload/contract/attribute-rules.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { saysMore, TagCard } from '../../panes/TagCard.tsx'
import { Notice } from '../../ui/Notice.tsx'
import './tag-to-give.css'

/** What a tag means and, where passages get it without being asked, which of the attributes it requires they will lack. */
export function aboutTagToGive(tag: Tag | undefined, passages: number | null): ReactNode {
  if (!tag) return null
  const required = passages === null ? [] : tag.attributes.filter((one) => one.required && isAnswerable(one))
  if (required.length === 0 && !saysMore(tag)) return null
  return (
    <span className="tag-to-give">
      {saysMore(tag) && <TagCard tag={tag} />}
      {required.length > 0 && (
        <Notice tone="warning">
          {tag.name} requires {inWords(required.map(({ name }) => name))}:{' '}
          {passages === 1 ? 'the passage' : 'the passages'} will lack {required.length === 1 ? 'it' : 'them'}{' '}
          until you fill {required.length === 1 ? 'it' : 'them'} in.
        </Notice>
      )}
    </span>
  )
}

const inWords = (names: readonly string[]) =>
  new Intl.ListFormat('en').format(names.map((name) => `“${name}”`))
