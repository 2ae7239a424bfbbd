import { ArrowDownUp, ListFilter, Plus, Trash2 } from 'lucide-react'
import { useKey } from '../../commands/key-choices.ts'
import { addSpeaker, deleteNamedNowhere } from '../../commands/speakers.ts'
import { changeSpeakersView } from '../../store/argument/speakers.ts'
import type { SpeakersView } from '../../store/argument/speakers-view.ts'
import { countShown } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SearchField } from '../../ui/TextField.tsx'
import { ImportFirst } from '../middle/ImportFirst.tsx'

const orders: [SpeakersView['order'], string][] = [
  ['name', 'By name'],
  ['passages', 'Most passages first'],
]

const kinds: [SpeakersView['show'], string][] = [
  ['all', 'Everyone'],
  ['nowhere', 'Named nowhere'],
]

interface RegisterBarProps {
  shown: number
  all: number
  /** How many nothing names; known once they are asked for. */
  nowhere: number
}

/** Above the register: words to narrow it by, its order, how many are shown, and a way to add who is not there. */
export function RegisterBar({ shown, all, nowhere }: RegisterBarProps) {
  const { words, order, show } = useWorkbench((state) => state.speakersView)
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  const known = useWorkbench((state) =>
    state.speakers.some(({ name, variants }) =>
      [name, ...variants].some((one) => one.toLowerCase() === words.trim().toLowerCase()),
    ),
  )
  const name = words.trim()
  return (
    <div className="middle-bar speakers-row">
      <SearchField
        aria-label="Filter the speakers"
        placeholder="A name"
        value={words}
        onChange={(typed) => changeSpeakersView({ words: typed })}
      />
      <ChoiceMenu
        label="Order of the speakers"
        icon={ArrowDownUp}
        choices={orders}
        value={order}
        onChange={(id) => changeSpeakersView({ order: id })}
      />
      <ChoiceMenu
        label="Which speakers"
        icon={ListFilter}
        choices={kinds}
        value={show}
        onChange={(id) => changeSpeakersView({ show: id })}
      />
      <p className="middle-count">{countShown(shown, all, 'speaker')}</p>
      {show === 'nowhere' && nowhere > 0 && (
        <Button
          icon={Trash2}
          isDisabled={readOnly}
          onPress={deleteThem}
        >{`Delete ${nowhere === 1 ? 'it' : `all ${nowhere.toLocaleString('en')}`}`}</Button>
      )}
      {name !== '' && !known && (
        <Button icon={Plus} isDisabled={readOnly} onPress={() => addSpeaker(name).catch(showFailure)}>
          {`Add “${name}”`}
        </Button>
      )}
    </div>
  )
}

/** The button goes with them: the keyboard goes on in the list. */
function deleteThem(): void {
  document.querySelector<HTMLElement>('[data-area="speakers"] [role="listbox"]')?.focus()
  deleteNamedNowhere().catch(showFailure)
}

export function NoSpeakers() {
  const key = useKey('annotation.speaker')
  const hasDocuments = useWorkbench((state) => state.documents.length > 0)
  if (!hasDocuments) {
    return (
      <ImportFirst>
        Everyone who is named as a speaker stands here. Bring in the texts first, or write a name above.
      </ImportFirst>
    )
  }
  return (
    <EmptyState title="No speakers yet">
      On an annotation {key === undefined ? 'choose “Speaker”' : `press ${key}`} and say who speaks. Everyone
      named comes into this register. Or write a name above and add it.
    </EmptyState>
  )
}
