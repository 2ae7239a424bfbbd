import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Tree as AriaTree,
  TreeItem as AriaTreeItem,
  type TreeProps as AriaTreeProps,
  Button,
  type Key,
  TreeItemContent,
} from 'react-aria-components'
import { Icon } from './Icon.tsx'
import './tree.css'

export interface TreeProps<T> extends Omit<AriaTreeProps<T>, 'className' | 'style' | 'aria-label'> {
  label: string
}

/** Things within things. Arrow right and left open and close, up and down go on. */
export function Tree<T extends object>({ label, ...rest }: TreeProps<T>) {
  return <AriaTree {...rest} aria-label={label} className="ui-tree" />
}

export interface TreeItemProps {
  id: Key
  /** For type-ahead and the screen reader. */
  text: string
  content: ReactNode
  /** Further items. */
  children?: ReactNode
}

export function TreeItem({ id, text, content, children }: TreeItemProps) {
  return (
    <AriaTreeItem id={id} textValue={text} className="ui-tree-item" data-own-focus>
      <TreeItemContent>
        {({ hasChildItems }) => (
          <div className="ui-tree-row">
            <Button slot="chevron" className="ui-tree-chevron" data-leaf={!hasChildItems || undefined}>
              <Icon of={ChevronRight} size={14} />
            </Button>
            {content}
          </div>
        )}
      </TreeItemContent>
      {children}
    </AriaTreeItem>
  )
}
