import { CaseSensitive } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { ToggleButton } from '../../ui/ToggleButton.tsx'
import './match-toggles.css'

interface Match {
  matchCase: boolean
  matchAccents: boolean
}

/** How closely letters are compared, in one text and in all of them. */
export function MatchToggles({
  matchCase,
  matchAccents,
  onChange,
  children,
}: Match & { onChange: (change: Partial<Match>) => void; children?: ReactNode }) {
  return (
    <span className="match-toggles">
      <ToggleButton
        label="Match case"
        isSelected={matchCase}
        onChange={(isOn) => onChange({ matchCase: isOn })}
      >
        <Icon of={CaseSensitive} size={17} />
      </ToggleButton>
      <ToggleButton
        label="Match accents and vowel signs"
        isSelected={matchAccents}
        onChange={(isOn) => onChange({ matchAccents: isOn })}
      >
        <span className="match-accents" />
      </ToggleButton>
      {children}
    </span>
  )
}
