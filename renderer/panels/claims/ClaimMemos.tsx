import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Memo, MemoSubject } from '../../../preload/contract/memo.ts'
import { request } from '../../client.ts'
import { addMemo, deleteMemo } from '../../commands/claims.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { KeptField } from '../inspector/KeptField.tsx'

export interface ClaimMemosProps {
  about: MemoSubject
  /** Of the field for one more. */
  placeholder: string
  memos: readonly Memo[]
  isDisabled: boolean
}

/** The memos on a claim or a speaker, each written in its place, and a field for one more. */
export function ClaimMemos({ about, placeholder, memos, isDisabled }: ClaimMemosProps) {
  const [typed, setTyped] = useState('')
  const add = () => {
    addMemo(about, typed.trim()).then(() => setTyped(''), showFailure)
  }
  return (
    <div className="claim-memos">
      {memos.map((memo) => (
        <MemoRow key={memo.id} memo={memo} isDisabled={isDisabled} />
      ))}
      {!isDisabled && (
        <div className="claim-new-memo">
          <TextField
            aria-label="New memo"
            placeholder={placeholder}
            lines={2}
            value={typed}
            onChange={setTyped}
          />
          <Button isDisabled={typed.trim() === ''} onPress={add}>
            Add memo
          </Button>
        </div>
      )}
    </div>
  )
}

function MemoRow({ memo, isDisabled }: { memo: Memo; isDisabled: boolean }) {
  const annotator = useWorkbench((state) => state.annotators.find(({ id }) => id === memo.annotatorId)?.name)
  return (
    <div className="claim-memo">
      <KeptField
        label={`Memo by ${annotator ?? ''}, ${dateInWords(memo.created)}`}
        lines={2}
        value={memo.text}
        isDisabled={isDisabled}
        keep={(text) => request('memo.update', { id: memo.id, text })}
        onEscape={() => document.activeElement?.closest<HTMLElement>('.claim-card')?.focus()}
      />
      <IconButton
        icon={Trash2}
        label="Delete this memo"
        isDisabled={isDisabled}
        onPress={() => deleteMemo(memo.id).catch(showFailure)}
      />
    </div>
  )
}
