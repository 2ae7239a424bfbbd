import { choosePrintOptions } from '../../commands/print-document.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Checkbox, RadioGroup } from '../../ui/Choices.tsx'

/** What is shown with the text, where notes stand, and on what paper. */
export function PrintFields() {
  const chosen = useWorkbench((state) => state.print)
  const { annotations, details, notes, links, legend, placement, paper } = chosen
  return (
    <div className="print-fields">
      <fieldset className="print-shown">
        <legend className="ui-field-label">With the text</legend>
        <Checkbox
          isSelected={annotations}
          onChange={(on) => choosePrintOptions({ annotations: on })}
          description="Underlined, in brackets, with their number and tag; also without colour."
        >
          Annotations
        </Checkbox>
        <Checkbox
          isSelected={legend && annotations}
          isDisabled={!annotations}
          onChange={(on) => choosePrintOptions({ legend: on })}
        >
          Legend of the tags
        </Checkbox>
        <Checkbox isSelected={details} onChange={(on) => choosePrintOptions({ details: on })}>
          Speaker, attributes and confidence
        </Checkbox>
        <Checkbox isSelected={notes} onChange={(on) => choosePrintOptions({ notes: on })}>
          Notes
        </Checkbox>
        <Checkbox
          isSelected={links}
          onChange={(on) => choosePrintOptions({ links: on })}
          description="Also as a list after the text."
        >
          Links
        </Checkbox>
      </fieldset>
      <div className="print-layout">
        <RadioGroup
          label="Notes and links stand"
          choices={[
            { id: 'beside', title: 'Beside the text' },
            { id: 'end', title: 'After the text' },
          ]}
          value={placement}
          onChange={(next) => choosePrintOptions({ placement: next })}
          isDisabled={!details && !notes && !links}
        />
        <RadioGroup
          label="Paper"
          choices={[
            { id: 'A4', title: 'A4' },
            { id: 'Letter', title: 'US Letter' },
          ]}
          value={paper}
          onChange={(next) => choosePrintOptions({ paper: next })}
        />
      </div>
    </div>
  )
}
