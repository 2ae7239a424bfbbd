import { useEffect, useState } from 'react'
import type { CueList } from '../../../preload/contract/answer.ts'
import { request } from '../../client.ts'
import { languageName } from '../../store/documents/languages.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { cuesFrom, listFor, listsFor } from './cue-lists.ts'
import './answers.css'

/** The words by which an answer gives itself away, by language. What is written is kept in the project. */
export function CueWordsDialog({ onClose }: { onClose: () => void }) {
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  const documents = useWorkbench((state) => state.documents)
  const active = useWorkbench(
    (state) => documents.find(({ id }) => id === state.panes[state.activeSide]?.documentId)?.language ?? '',
  )
  const [lists, setLists] = useState<CueList[]>()
  const [chosen, setChosen] = useState<string>()
  const load = () => request('answer.cues', undefined).then(setLists).catch(showFailure)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, and after each change
  useEffect(() => void load(), [])
  if (!lists) return null

  const all = listsFor(
    lists,
    documents.map((document) => document.language ?? ''),
  )
  const list = listFor(all, chosen ?? active)
  const set = (change: Pick<CueList, 'denial' | 'contrast'> | null) =>
    request('answer.setCues', { language: list.language, list: change }).then(load).catch(showFailure)
  return (
    <Dialog
      title="Cue words"
      description="Words that answers often have. A sentence with one of them stands higher among the candidate answers."
      onClose={onClose}
      footer={
        <Button look="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      <div className="cue-words">
        <div className="cue-words-head">
          <Select
            label="Language"
            choices={all.map(({ language }) => ({ id: language, title: languageName(language) || language }))}
            value={list.language}
            onChange={setChosen}
          />
          {list.isOwn && (
            <Button look="quiet" isDisabled={readOnly} onPress={() => set(null)}>
              Back to the usual words
            </Button>
          )}
        </div>
        <Words
          key={`denial ${list.language} ${list.denial.join()}`}
          label="Words of denial"
          words={list.denial}
          readOnly={readOnly}
          onKeep={(denial) => set({ denial, contrast: list.contrast })}
        />
        <Words
          key={`contrast ${list.language} ${list.contrast.join()}`}
          label="Words of contrast"
          words={list.contrast}
          readOnly={readOnly}
          onKeep={(contrast) => set({ denial: list.denial, contrast })}
        />
      </div>
    </Dialog>
  )
}

interface WordsProps {
  label: string
  words: readonly string[]
  readOnly: boolean
  onKeep: (words: string[]) => void
}

/** Kept when it is left. */
function Words({ label, words, readOnly, onKeep }: WordsProps) {
  const [text, setText] = useState(words.join(', '))
  const leave = () => {
    const cues = cuesFrom(text)
    if (cues.join() !== words.join()) onKeep(cues)
  }
  return (
    <TextField
      label={label}
      description="With commas between them; a star stands for any letters, as in “denie*”."
      lines={5}
      value={text}
      onChange={setText}
      onBlur={leave}
      isReadOnly={readOnly}
    />
  )
}
