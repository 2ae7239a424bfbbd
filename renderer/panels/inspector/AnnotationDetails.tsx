import { BookmarkPlus, List, MoveHorizontal, Trash2 } from 'lucide-react'
import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { type Focused, useWorkbench } from '../../store/workbench.ts'
import { IconButton } from '../../ui/Button.tsx'
import { AlsoIn } from '../copies/AlsoIn.tsx'
import { AnnotationFields } from './AnnotationFields.tsx'
import { AnnotationMenu } from './AnnotationMenu.tsx'
import { LinkList } from './LinkList.tsx'
import { OutdatedNotice } from './OutdatedNotice.tsx'
import { PartList } from './PartList.tsx'
import { SamePassage } from './SamePassage.tsx'
import { TagMenu } from './TagMenu.tsx'

/** One annotation: its tag, words, speaker, claim, attributes, note and links. */
export function AnnotationDetails({ focused }: { focused: Focused }) {
  const { annotation } = focused
  const tag = useWorkbench((state) => state.tags.find((one) => one.id === annotation.tagId))
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  return (
    <>
      <header className="inspector-head">
        <TagMenu tag={tag} isDisabled={readOnly} />
        <span className="inspector-buttons">
          <IconButton
            icon={List}
            label="List of annotations"
            shortcut={useKey('annotation.list')}
            onPress={() => runCommand('annotation.list')}
          />
          <IconButton
            icon={BookmarkPlus}
            label="Keep as example"
            shortcut={useKey('tag.keep-example')}
            isDisabled={readOnly}
            onPress={() => runCommand('tag.keep-example')}
          />
          <IconButton
            icon={MoveHorizontal}
            label="Adjust ends"
            shortcut={useKey('annotation.adjust')}
            isDisabled={readOnly}
            onPress={() => runCommand('annotation.adjust')}
          />
          <IconButton
            icon={Trash2}
            label="Delete annotation"
            shortcut={useKey('annotation.delete')}
            isDisabled={readOnly}
            onPress={() => runCommand('annotation.delete')}
          />
          <AnnotationMenu isDisabled={readOnly} />
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long passage is scrolled by key */}
      <blockquote className="inspector-quote" dir="auto" tabIndex={0} aria-label="Passage">
        {annotation.quote.join(' … ')}
      </blockquote>
      <PartList annotation={annotation} readOnly={readOnly} />
      <SamePassage annotation={annotation} side={focused.side} />
      <AlsoIn documentId={annotation.documentId} spans={annotation.spans} />
      {tag && <OutdatedNotice annotation={annotation} tag={tag} />}
      <LinkList focused={focused} readOnly={readOnly} />
      <AnnotationFields annotation={annotation} tag={tag} isDisabled={readOnly} />
    </>
  )
}
