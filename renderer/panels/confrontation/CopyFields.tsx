import { chooseCopy } from '../../commands/confrontation-copy.ts'
import type { ConfrontationView } from '../../store/argument/confrontation-view.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { RadioGroup } from '../../ui/Choices.tsx'
import { PaperChoice } from '../reading-copy/PaperChoice.tsx'

const formats: { id: ConfrontationView['copy']['format']; title: string; description: string }[] = [
  { id: 'docx', title: 'Word document', description: 'A table of two columns, .docx' },
  { id: 'html', title: 'Web page', description: 'The same table, .html, which needs nothing else' },
  { id: 'csv', title: 'Spreadsheet', description: 'A row for each answer, .csv' },
  { id: 'pdf', title: 'PDF', description: 'Pages with their numbers' },
  { id: 'paper', title: 'Paper', description: 'By your system’s print dialog' },
]

const depths = [
  { id: '1', title: 'Answers to the claims alone' },
  { id: '2', title: 'And the answers to these' },
  { id: '3', title: 'Three deep' },
  { id: '4', title: 'Four deep' },
] as const

/** Which format, how deep answers to answers go, and on what paper. */
export function CopyFields() {
  const { format, depth } = useWorkbench((state) => state.confrontation.copy)
  return (
    <div className="confrontation-copy">
      <RadioGroup
        label="Format"
        autoFocus
        choices={formats}
        value={format}
        onChange={(next) => chooseCopy({ format: next })}
      />
      <div className="confrontation-copy-side">
        <RadioGroup
          label="How deep"
          choices={depths}
          value={String(depth) as (typeof depths)[number]['id']}
          onChange={(next) => chooseCopy({ depth: Number(next) })}
        />
        <PaperChoice isDisabled={format !== 'pdf' && format !== 'paper'} />
      </div>
    </div>
  )
}
