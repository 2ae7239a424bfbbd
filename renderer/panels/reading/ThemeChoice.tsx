import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { Theme } from '../../../preload/contract/preferences.ts'
import { chooseTheme } from '../../commands/reading.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import './reading.css'

const titles: Record<Theme, string> = {
  system: 'As the system',
  light: 'Light',
  sepia: 'Sepia',
  dark: 'Dark',
  'contrast-light': 'High contrast, light',
  'contrast-dark': 'High contrast, dark',
}

/** The themes, each a small page of its own paper and ink. */
export function ThemeChoice() {
  const theme = useWorkbench((state) => state.preferences.theme)
  return (
    <ToggleButtonGroup
      aria-label="Theme"
      className="theme-choice"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[theme]}
      onSelectionChange={([chosen]) => {
        const { data } = Theme.safeParse(chosen)
        if (data) chooseTheme(data).catch(showFailure)
      }}
    >
      {Theme.options.map((id) => (
        <ToggleButton key={id} id={id} className="theme-swatch" data-shows={id}>
          <span className="theme-page" aria-hidden>
            Aa
          </span>
          {titles[id]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
