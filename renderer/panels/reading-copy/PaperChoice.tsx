import { choosePrintOptions } from '../../commands/print-document.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { RadioGroup } from '../../ui/Choices.tsx'

/** Kept for the next time, as all that is chosen for paper. */
export function PaperChoice({ isDisabled = false }: { isDisabled?: boolean }) {
  const paper = useWorkbench((state) => state.print.paper)
  return (
    <RadioGroup
      label="Paper"
      choices={[
        { id: 'A4', title: 'A4' },
        { id: 'Letter', title: 'US Letter' },
      ]}
      value={paper}
      isDisabled={isDisabled}
      onChange={(next) => choosePrintOptions({ paper: next })}
    />
  )
}
