import { useState } from 'react'
import { changePreferences } from '../../commands/preferences.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { TextField } from '../../ui/TextField.tsx'

/** How a person’s work is signed. Kept when the field is left, or by Enter. */
export function NameField() {
  const kept = useWorkbench((state) => state.preferences.name)
  const [typed, setTyped] = useState<string | null>(null)
  const keep = () => {
    if (typed !== null && typed.trim() !== kept) changePreferences({ name: typed.trim() }).catch(showFailure)
    setTyped(null)
  }
  return (
    <TextField
      label="Your name"
      description="Signs your annotations and links."
      placeholder="As it should stand in the dataset"
      maxLength={200}
      value={typed ?? kept}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  )
}
