import type { Annotation } from '../../../preload/contract/annotation.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'

/** Says that an annotation was made under an older definition of its tag, and takes the word that it is still right. */
export function OutdatedNotice({ annotation, tag }: { annotation: Annotation; tag: Tag }) {
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  const key = useKey('annotation.confirm')
  if (annotation.tagVersion >= tag.version) return null
  return (
    <Notice tone="warning">
      <p>
        {annotation.tagVersion === 0
          ? `Made under another tag that was merged into ${tag.name}.`
          : `Made under an older definition of ${tag.name}.`}
      </p>
      <p className="inspector-outdated">
        <Button look="quiet" isDisabled={readOnly} onPress={() => runCommand('annotation.confirm')}>
          Still right {key && <Shortcut keys={key} />}
        </Button>
        <Button look="quiet" onPress={() => runCommand('codebook.open')}>
          What changed
        </Button>
      </p>
    </Notice>
  )
}
