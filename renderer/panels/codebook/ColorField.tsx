import { Label, Radio, RadioGroup } from 'react-aria-components'
import { tagColor } from '../../ui/Tag.tsx'

/** Twelve hues that stay apart from each other on paper and in the dark. */
const palette = [
  ['#2563eb', 'Blue'],
  ['#0e7490', 'Teal'],
  ['#15803d', 'Green'],
  ['#65a30d', 'Lime'],
  ['#a16207', 'Ochre'],
  ['#c2410c', 'Orange'],
  ['#dc2626', 'Red'],
  ['#be185d', 'Crimson'],
  ['#a21caf', 'Purple'],
  ['#7c3aed', 'Violet'],
  ['#4f46e5', 'Indigo'],
  ['#57534e', 'Grey'],
] as const

export interface ColorFieldProps {
  /** Like `#2563eb`; one that is not of the palette is offered beside it. */
  value: string
  isDisabled: boolean
  onChange: (color: string) => void
}

export function ColorField({ value, isDisabled, onChange }: ColorFieldProps) {
  const own = palette.some(([color]) => color === value) ? [] : [[value, `Own colour ${value}`] as const]
  return (
    <RadioGroup
      className="color-field"
      orientation="horizontal"
      value={value}
      isDisabled={isDisabled}
      onChange={onChange}
    >
      <Label className="ui-field-label">Colour</Label>
      <div className="color-field-swatches">
        {[...palette, ...own].map(([color, name]) => (
          <Radio
            key={color}
            value={color}
            aria-label={name}
            className="color-field-swatch tag-colored"
            style={tagColor(color)}
          />
        ))}
      </div>
    </RadioGroup>
  )
}
