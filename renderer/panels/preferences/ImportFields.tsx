import { changePreferences } from '../../commands/preferences.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Switch } from '../../ui/Choices.tsx'

/** Whether files are always laid out before they come in. */
export function ImportFields() {
  const isAlways = useWorkbench((state) => state.preferences.alwaysLayOut)
  return (
    <Switch
      isSelected={isAlways}
      onChange={(chosen) => changePreferences({ alwaysLayOut: chosen }).catch(showFailure)}
      description="Otherwise one or two files with nothing doubtful come in at once."
    >
      Show what files say of themselves before they come in
    </Switch>
  )
}
