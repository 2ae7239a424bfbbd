import { Label, Radio, RadioGroup } from 'react-aria-components'
import { palette } from '../../../preload/contract/palette.ts'
import { nearestInLooks, poorestContrast } from '../../theme/tag-look.ts'
import { tagColor } from '../../ui/Tag.tsx'
import './color-field.css'

export interface ColorFieldProps {
  /** Like `#2563eb`; one that is not of the palette is shown beside it. */
  value: string
  /** The colours that it should be told apart from. */
  others: readonly { name: string; color: string }[]
  isDisabled: boolean
  onChange: (color: string) => void
}

/** A colour of the palette, or one’s own; says where it cannot be seen well or told apart. */
export function ColorField({ value, others, isDisabled, onChange }: ColorFieldProps) {
  const isOwn = palette.every(({ color }) => color !== value)
  const warning = warningOf(value, others, isOwn)
  return (
    <div className="color-field">
      <RadioGroup orientation="horizontal" value={value} isDisabled={isDisabled} onChange={onChange}>
        <Label className="ui-field-label">Colour</Label>
        <div className="color-field-swatches">
          {palette.map(({ color, name }) => (
            <Radio
              key={color}
              value={color}
              aria-label={name}
              className="color-field-swatch tag-colored"
              style={tagColor(color)}
            />
          ))}
          {isOwn && (
            <Radio
              value={value}
              aria-label={`Own colour ${value}`}
              className="color-field-swatch tag-colored"
              style={tagColor(value)}
            />
          )}
        </div>
      </RadioGroup>
      <label className="color-field-own">
        <input
          type="color"
          value={value}
          disabled={isDisabled}
          onChange={(event) => onChange(event.target.value)}
        />
        Own…
      </label>
      {warning && (
        <p className="color-field-warning" role="status">
          {warning}
        </p>
      )}
    </div>
  )
}

function warningOf(
  color: string,
  others: readonly { name: string; color: string }[],
  isOwn: boolean,
): string {
  if (isOwn && poorestContrast(color) < 3) return 'This colour is hard to see on the paper of some themes.'
  const same = others.find((other) => other.color === color)
  const isAnyFree = palette.some((one) => others.every((other) => other.color !== one.color))
  if (same && isAnyFree) return `${same.name} has the same colour.`
  if (!isOwn) return ''
  const near = nearestInLooks(color, others)
  return near ? `Hard to tell from ${near.name}, at least for colour-blind eyes.` : ''
}
