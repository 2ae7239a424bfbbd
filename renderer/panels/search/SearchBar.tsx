import { Bookmark, Copy, ListFilter, Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { SavedSearchId } from '../../../preload/contract/ids.ts'
import { sayWayBack } from '../../commands/say-way-back.ts'
import {
  chooseTagOfHits,
  copyLines,
  copyLinesAsCsv,
  deleteSavedSearch,
  isNarrowed,
  runSaved,
} from '../../commands/searching.ts'
import { showFailure } from '../../store/notices.ts'
import { showDialog } from '../../store/screen.ts'
import type { SearchTab } from '../../store/searching/search-state.ts'
import { ask, change, countInWords, run, sortLines } from '../../store/searching/searching.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { MenuButton, MenuItem, MenuSection, MenuSeparator, Submenu } from '../../ui/Menu.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Select } from '../../ui/Select.tsx'
import { MatchToggles } from '../finding/MatchToggles.tsx'
import { Done } from '../middle/Done.tsx'
import { orders } from './orders.ts'

const tabs: readonly { id: SearchTab; title: string }[] = [
  { id: 'lines', title: 'Lines' },
  { id: 'words', title: 'Words' },
  { id: 'beside', title: 'Beside the hits' },
]

/** While typing a search begins when the hand rests. */
const restMs = 120

/** What is looked for and how, what was found, and what can be done with it. */
export function SearchBar() {
  const { asked, problem, result, stopped, tab, filtersShown, order, chosen } = useWorkbench(
    (state) => state.searching,
  )
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  // While a query cannot be read, the lines are those of an earlier one.
  const hits = problem === '' ? (result?.hits ?? 0) : 0
  const taggable = chosen.size > 0 ? chosen.size : hits
  return (
    <header className="search-bar">
      <div className="search-row">
        <h1>Search</h1>
        <Field />
        <MatchToggles matchCase={asked.matchCase} matchAccents={asked.matchAccents} onChange={ask} />
        <Button
          look={isNarrowed(asked) ? 'plain' : 'quiet'}
          icon={ListFilter}
          aria-expanded={filtersShown}
          onPress={() => change({ filtersShown: !filtersShown })}
        >
          {isNarrowed(asked) ? 'Filtered' : 'Filter'}
        </Button>
        <SavedMenu />
        <Done view="view.search" />
      </div>
      {problem !== '' && (
        <p className="search-problem" id="search-problem">
          {problem}
        </p>
      )}
      <div className="search-row">
        <Segmented label="Show" options={tabs} value={tab} onChange={(next) => change({ tab: next })} />
        {tab !== 'words' && (
          <p
            className="search-count"
            data-none={result !== null && hits === 0}
            data-counting={(result?.counted === false && !stopped) || undefined}
          >
            {problem === '' && result && countInWords(result, stopped)}
            {hits > 0 && chosen.size > 0 && `, ${chosen.size.toLocaleString('en')} chosen`}
          </p>
        )}
        {tab !== 'words' && problem === '' && stopped && (
          <Button look="quiet" onPress={() => run().catch(showFailure)}>
            Count all
          </Button>
        )}
        {tab === 'lines' && (
          <span className="search-actions">
            <Select aria-label="Sort lines" choices={orders} value={order} onChange={sortLines} />
            <MenuButton
              label="Copy lines"
              placement="bottom end"
              trigger={<IconButton icon={Copy} label="Copy lines" isDisabled={hits === 0} />}
            >
              <MenuItem shortcut="CmdOrCtrl+C" onAction={() => copyLines().catch(showFailure)}>
                Copy as a table
              </MenuItem>
              <MenuItem onAction={() => copyLinesAsCsv().catch(showFailure)}>Copy as CSV</MenuItem>
            </MenuButton>
            <Button
              className="search-tag"
              isDisabled={hits === 0 || readOnly}
              onPress={() => chooseTagOfHits(null)}
            >
              {chosen.size > 0 ? `Tag ${taggable.toLocaleString('en')}…` : 'Tag all…'}
            </Button>
          </span>
        )}
      </div>
    </header>
  )
}

function Field() {
  const query = useWorkbench((state) => state.searching.asked.query)
  const problem = useWorkbench((state) => state.searching.problem)
  const hasResult = useWorkbench((state) => (state.searching.result?.hits ?? 0) > 0)
  const [typed, setTyped] = useState(query)
  const [known, setKnown] = useState(query)
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Another search came from elsewhere: a saved one, or a word of a list.
  if (known !== query) {
    setKnown(query)
    setTyped(query)
  }
  // Coming back from a text, the lines have the keyboard; else there is something to write first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the view begins is asked once
  useEffect(() => {
    if (hasResult) return
    field.current?.focus()
    field.current?.select()
  }, [])

  const begin = (words: string) => {
    clearTimeout(timer.current)
    if (words === query) run().catch(showFailure)
    else {
      setKnown(words)
      ask({ query: words })
    }
  }
  const type = (words: string) => {
    setTyped(words)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setKnown(words)
      ask({ query: words })
    }, restMs)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') begin(typed)
    else if (event.key === 'ArrowDown')
      document.querySelector<HTMLElement>('[data-area="search"] [data-area-start]')?.focus()
    else if (event.key === 'Escape') sayWayBack()
    else return
    event.preventDefault()
  }
  return (
    <div className="search-field">
      <Icon of={Search} className="find-bar-sign" />
      <input
        ref={field}
        type="text"
        className="ui-input"
        data-own-focus
        data-field="search"
        aria-label="Search all texts"
        aria-invalid={problem !== ''}
        aria-describedby={problem === '' ? undefined : 'search-problem'}
        data-invalid={problem === '' ? undefined : true}
        dir="auto"
        spellCheck={false}
        placeholder="tram   &quot;tram line&quot;   tax*   NEAR(tram cost, 5)   tram OR bus   -noise   /\d+ million/"
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
      />
    </div>
  )
}

function SavedMenu() {
  const saved = useWorkbench((state) => state.searching.saved)
  const query = useWorkbench((state) => state.searching.asked.query)
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  const button = useRef<HTMLButtonElement>(null)
  const remove = (id: SavedSearchId) =>
    deleteSavedSearch(id)
      .then(() => button.current?.focus())
      .catch(showFailure)
  return (
    <MenuButton
      label="Saved searches"
      placement="bottom end"
      trigger={
        <Button ref={button} look="quiet" icon={Bookmark}>
          Saved
        </Button>
      }
    >
      <MenuItem
        isDisabled={query.trim() === '' || readOnly}
        onAction={() => showDialog({ kind: 'save-search' })}
      >
        Save this search…
      </MenuItem>
      {saved.length > 0 && <MenuSeparator />}
      {saved.length > 0 && (
        <MenuSection title="Searches of this project">
          {saved.map(({ id, name }) => (
            <MenuItem
              key={id}
              onAction={() => runSaved(id).catch(showFailure)}
              onDelete={readOnly ? undefined : () => remove(id)}
            >
              {name}
            </MenuItem>
          ))}
        </MenuSection>
      )}
      {saved.length > 0 && <MenuSeparator />}
      {saved.length > 0 && (
        <Submenu title="Delete" isDisabled={readOnly}>
          {saved.map(({ id, name }) => (
            <MenuItem key={id} onAction={() => deleteSavedSearch(id).catch(showFailure)}>
              {name}
            </MenuItem>
          ))}
        </Submenu>
      )}
    </MenuButton>
  )
}
