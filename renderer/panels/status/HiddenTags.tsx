import { showAllTags } from '../../commands/show-tags.ts'
import { countOf } from '../../store/counting.ts'
import { useHiddenHere } from '../../store/reading/hidden-here.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'

/** Says for as long as tags are hidden that they are, since what is missing cannot be seen. */
export function HiddenTags() {
  const side = useWorkbench((state) => state.activeSide)
  const { tags, annotations } = useHiddenHere(side)
  if (tags.length === 0) return null
  const what = tags.length === 1 ? `${tags[0]!.name} is hidden` : `${tags.length} tags are hidden`
  return (
    <span className="status-hidden">
      {what}
      {annotations > 0 && `: ${countOf(annotations, 'annotation')} here`}
      <Button look="quiet" onPress={showAllTags}>
        Show all
      </Button>
    </span>
  )
}
