import { memo, useCallback, useState } from 'react'
import type { CodebookEntry } from '../../../preload/contract/codebook.ts'
import { enterCodebook, type ReadCodebook } from '../../commands/codebook-files.ts'
import { showFailure } from '../../store/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { ShowMore } from '../../ui/ShowMore.tsx'
import { choicesOf, keyOf, summaryOf, type Take, type Takes, takeOf } from './import-choices.ts'
import { WordDiff } from './WordDiff.tsx'

/** Shows what a file has beside the codebook there is, and asks of each difference what shall be done. */
export function ImportCodebook({ read, onEnd }: { read: ReadCodebook; onEnd: () => void }) {
  const { path, entries, notes } = read
  const [takes, setTakes] = useState<Takes>(new Map())
  const choices = choicesOf(entries, takes)
  const differing = entries.filter(({ status }) => status === 'differing')
  const fresh = entries.filter(({ status }) => status === 'new')
  const put = useCallback(
    (some: readonly CodebookEntry[], take: Take) =>
      setTakes((before) => new Map([...before, ...some.map((entry) => [keyOf(entry), take] as const)])),
    [],
  )
  const enter = () => enterCodebook({ path, choices }).then(onEnd, showFailure)
  return (
    <Dialog
      title="Import a codebook"
      description={summaryOf(entries)}
      width="large"
      onClose={onEnd}
      footer={
        <>
          <span className="ui-dialog-aside">One step: it can be undone.</span>
          <Button onPress={onEnd}>Cancel</Button>
          <Button look="primary" isDisabled={choices.length === 0} onPress={enter}>
            Import {choices.length}
          </Button>
        </>
      }
    >
      {notes.length > 0 && (
        <Notice tone="note">
          {notes.slice(0, 8).map((note) => (
            <p key={note}>{note}</p>
          ))}
          {notes.length > 8 && <p>and {notes.length - 8} more like these</p>}
        </Notice>
      )}
      <Entries title="New" entries={fresh} takes={takes} onTake={put} />
      <Entries title="Differing" entries={differing} takes={takes} onTake={put} />
    </Dialog>
  )
}

interface EntriesProps {
  title: string
  entries: readonly CodebookEntry[]
  takes: Takes
  onTake: (entries: readonly CodebookEntry[], take: Take) => void
}

const options = {
  new: [
    { id: 'theirs', title: 'Add' },
    { id: 'mine', title: 'Leave out' },
  ],
  differing: [
    { id: 'mine', title: 'Keep mine' },
    { id: 'theirs', title: 'Take theirs' },
    { id: 'both', title: 'Both' },
  ],
} as const

/** Of a codebook of thousands nobody reads all, and each takes a moment to draw. */
const shownAtOnce = 100

function Entries({ title, entries, takes, onTake }: EntriesProps) {
  const [most, setMost] = useState(shownAtOnce)
  const left = entries.length - most
  const [first] = entries
  if (!first) return null
  const offered = options[first.status === 'new' ? 'new' : 'differing']
  return (
    <section className="codebook-import" aria-label={title}>
      <header className="codebook-import-head">
        <h3>
          {title} <span className="codebook-quiet">{entries.length.toLocaleString('en')}</span>
        </h3>
        {entries.length > 1 &&
          offered.map(({ id, title: words }) => (
            <Button key={id} look="quiet" onPress={() => onTake(entries, id)}>
              {words}: all
            </Button>
          ))}
      </header>
      <ul>
        {entries.slice(0, most).map((entry) => (
          <Entry
            key={keyOf(entry)}
            entry={entry}
            options={offered}
            take={takeOf(entry, takes)}
            onTake={onTake}
          />
        ))}
      </ul>
      <ShowMore left={left} rows='li [aria-checked="true"]' onPress={() => setMost(most + shownAtOnce)}>
        Show {Math.min(left, shownAtOnce)} more of {left.toLocaleString('en')}
      </ShowMore>
    </section>
  )
}

interface EntryProps {
  entry: CodebookEntry
  options: (typeof options)[keyof typeof options]
  take: Take
  onTake: EntriesProps['onTake']
}

const Entry = memo(({ entry, options, take, onTake }: EntryProps) => (
  <li className="codebook-import-entry">
    <div>
      <span className="codebook-import-name">{entry.name}</span>
      <span className="codebook-quiet">
        {' '}
        {entry.kind === 'link-type' ? 'link type' : entry.path.join(' › ')}
      </span>
      <dl className="codebook-version-fields">
        {entry.differences.map(({ field, mine, theirs }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd dir="auto">
              <WordDiff before={mine} after={theirs} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
    <Segmented<Take>
      label={`What to do with ${entry.name}`}
      options={options}
      value={take}
      onChange={(next) => onTake([entry], next)}
    />
  </li>
))
