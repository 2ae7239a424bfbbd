import { ChevronDown, ChevronUp, History, Search, WholeWord, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Query, QueryKind } from '../../../preload/contract/finding/query.ts'
import { useKeyOf } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { closeFinding, countInWords, isNowhere, search, stepFound } from '../../store/reading/finding.ts'
import { type Finding, type PaneSide, useWorkbench } from '../../store/workbench.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { MenuButton, MenuItem } from '../../ui/Menu.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { ToggleButton } from '../../ui/ToggleButton.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { MatchToggles } from './MatchToggles.tsx'
import './find-bar.css'

const kinds: readonly { id: QueryKind; title: string }[] = [
  { id: 'phrase', title: 'Phrase' },
  { id: 'words', title: 'Words' },
  { id: 'expression', title: 'Expression' },
]

const placeholders: Record<QueryKind, string> = {
  phrase: 'Words that stand together',
  words: 'Words, each wherever it stands',
  expression: 'A regular expression',
}

/** Looks for words in the text of a pane; the text stays in sight, and all hits are marked in it. */
export function FindBar({ side }: { side: PaneSide }) {
  const finding = useWorkbench((state) => (state.finding?.side === side ? state.finding : null))
  return finding && <Bar finding={finding} />
}

function Bar({ finding }: { finding: Finding }) {
  const { query, problem, passages } = finding
  const keyOf = useKeyOf()
  const change = (part: Partial<Query>) => search({ ...query, ...part })
  const none = !passages || passages.start.length === 0
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    closeFinding()
  }
  return (
    <search className="find-bar" aria-label="Find in the text" onKeyDown={press}>
      <div className="find-bar-row">
        <Field finding={finding} onWords={(words) => change({ words })} />
        <span className="find-bar-count" data-none={none && query.words !== ''}>
          {countInWords(finding)}
        </span>
        {isNowhere(finding) && (
          <Tooltip text="Look for it in all texts" shortcut={keyOf('view.search')}>
            <Button look="quiet" onPress={() => runCommand('view.search')}>
              In all texts
            </Button>
          </Tooltip>
        )}
        <IconButton
          icon={ChevronUp}
          label="Previous hit"
          shortcut={keyOf('find.previous')}
          isDisabled={none}
          onPress={() => stepFound(-1)}
        />
        <IconButton
          icon={ChevronDown}
          label="Next hit"
          shortcut={keyOf('find.next')}
          isDisabled={none}
          onPress={() => stepFound(1)}
        />
        <IconButton icon={X} label="Close" shortcut="Escape" onPress={closeFinding} />
      </div>
      {problem !== '' && (
        <p className="find-bar-problem" id="find-bar-problem">
          {problem}
        </p>
      )}
      <div className="find-bar-row find-bar-ways">
        <Segmented
          label="Look for"
          options={kinds}
          value={query.kind}
          onChange={(kind) => change({ kind })}
        />
        <MatchToggles matchCase={query.matchCase} matchAccents={query.matchAccents} onChange={change}>
          <ToggleButton
            label="Whole words"
            isSelected={query.wholeWords}
            onChange={(wholeWords) => change({ wholeWords })}
          >
            <Icon of={WholeWord} size={17} />
          </ToggleButton>
        </MatchToggles>
        <TagButtons none={none} count={passages?.start.length ?? 0} />
      </div>
    </search>
  )
}

function TagButtons({ none, count }: { none: boolean; count: number }) {
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  return (
    <span className="find-bar-tagging">
      <Button look="quiet" isDisabled={none || readOnly} onPress={() => runCommand('find.tag-this')}>
        Tag this hit…
      </Button>
      <Button look="quiet" isDisabled={none || readOnly} onPress={() => runCommand('find.tag-all')}>
        {count > 0 ? `Tag all ${count.toLocaleString('en')}…` : 'Tag all…'}
      </Button>
    </span>
  )
}

/** Enter goes on, Shift+Enter back; the arrows bring earlier words. */
function Field({ finding, onWords }: { finding: Finding; onWords: (words: string) => void }) {
  const { query, problem, asked } = finding
  const terms = useWorkbench((state) => state.terms)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (asked === 0) return
    field.current?.focus()
    field.current?.select()
  }, [asked])

  const recall = (step: 1 | -1) => {
    const next = terms.indexOf(query.words) + step
    const term = terms[next]
    if (term !== undefined) onWords(term)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') stepFound(event.shiftKey ? -1 : 1)
    else if (event.key === 'ArrowUp') recall(1)
    else if (event.key === 'ArrowDown') recall(-1)
    else return
    event.preventDefault()
  }
  return (
    <div className="find-bar-field">
      <Icon of={Search} className="find-bar-sign" />
      <input
        ref={field}
        type="text"
        className="ui-input"
        data-own-focus
        aria-label="Find in the text"
        aria-invalid={problem !== ''}
        aria-describedby={problem === '' ? undefined : 'find-bar-problem'}
        data-invalid={problem === '' ? undefined : true}
        dir="auto"
        spellCheck={false}
        placeholder={placeholders[query.kind]}
        value={query.words}
        onChange={(event) => onWords(event.target.value)}
        onKeyDown={press}
      />
      {terms.length > 0 && (
        <MenuButton
          label="Earlier searches"
          placement="bottom end"
          trigger={<IconButton icon={History} label="Earlier searches" className="find-bar-history" />}
        >
          {terms.map((term) => (
            <MenuItem key={term} onAction={() => onWords(term)}>
              {term}
            </MenuItem>
          ))}
        </MenuButton>
      )}
    </div>
  )
}
