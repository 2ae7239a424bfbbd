import { changePreferences } from '../../commands/preferences.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Switch } from '../../ui/Choices.tsx'

/** Acts by itself while a screen reader is known to run. */
export function SayAnnotations() {
  const asked = useWorkbench((state) => state.preferences.sayAnnotations)
  const assisted = useWorkbench((state) => state.assisted)
  return (
    <Switch
      isSelected={asked || assisted}
      isDisabled={assisted}
      onChange={(on) => changePreferences({ sayAnnotations: on }).catch(showFailure)}
      description={
        assisted
          ? 'On while a screen reader runs.'
          : 'The tag where an annotation begins and ends. By itself when a screen reader runs.'
      }
    >
      Say annotations while reading
    </Switch>
  )
}
