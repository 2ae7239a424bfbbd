import { type CommandId, commands } from '../../preload/contract/commands/index.ts'
import { hasModifier, keyOfTag } from '../../preload/contract/commands/keys.ts'
import type { TagId } from '../../preload/contract/ids.ts'
import { closeAnswers } from '../store/argument/answers.ts'
import { say, showFailure } from '../store/notices.ts'
import type { OpenDialog } from '../store/open-dialog.ts'
import { focusAnnotation, onceFocused } from '../store/reading/focus.ts'
import { closeDrawer } from '../store/screen.ts'
import { activeView } from '../store/views.ts'
import { workbench } from '../store/workbench.ts'
import { keyText } from '../ui/keys.ts'
import { annotateSelection } from './annotate-selection.ts'
import { actsOnAnnotation } from './annotation-meant.ts'
import { chordOf } from './chord.ts'
import { setFocusMode } from './focus-mode.ts'
import { commandsByKey, keyNow } from './key-choices.ts'
import { runCommand, willRun } from './registry.ts'
import { sayWayBack } from './say-way-back.ts'
import { sayNothingLeft } from './undo.ts'

/**
 * Runs the command, or the tag, of a key press. Keys without Ctrl, Cmd or Alt are left to fields that are being
 * typed into, to lists that use them, and to dialogs.
 */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const { platform, dialog, tags, adjusting, project, preferences } = workbench.getState()
  const chord = chordOf(event, platform === 'darwin')
  const ids = commandsByKey(preferences).get(chord)
  const plain = !hasModifier(chord)
  if (plain && (dialog !== null || !takesPlainKeys(event.target, event.key))) return
  if (dialog !== null && !ids?.every((id) => worksOver(dialog, id))) return

  const tag = project && !adjusting ? tags.find((one) => keyOfTag(one, preferences) === chord) : undefined
  if (tag && inActiveText(event.target)) {
    event.preventDefault()
    if (project?.readOnly) say(readingOnly)
    // A key that is held down is one press.
    else if (!event.repeat) tagByKey(tag.id)
    return
  }
  const id = ids?.find((one) => willRun(one))
  if (!id && chord === 'Escape') leaveWhatLiesOver()
  if (!id && inActiveText(event.target)) sayWhatLacks(ids ?? [])
  if (!id && !typing(event.target)) sayNothingLeft(ids ?? [])
  if (!id || (typing(event.target) && (id === 'history.undo' || id === 'history.redo'))) return
  event.preventDefault()
  runCommand(id)
}

/** Without a selection it may be the passage in focus that is meant: the one on its way there, as for commands. */
function tagByKey(tagId: TagId): void {
  const tag = () => annotateSelection(tagId).catch(showFailure)
  if (activeView()?.selection()) tag()
  else onceFocused(tag)
}

/** Escape, where it means nothing else: the panel over the text goes, then the candidate answers, then focus mode ends, then the annotation is in focus no longer; of a view it is said what leaves it. */
function leaveWhatLiesOver(): void {
  const { answering, drawer, focusMode, focused } = workbench.getState()
  if (drawer !== null) {
    closeDrawer()
    activeView()?.focus()
  } else if (answering !== null) closeAnswers()
  else if (focusMode !== null) setFocusMode(false)
  else if (focused !== null && activeView()?.hasFocus()) {
    focusAnnotation(null, focused.side)
    say('No annotation in focus')
  } else sayWayBack()
}

const readingOnly = 'This project is open for reading only'

/** A key that acts on an annotation, where there is none, or that would change what may only be read. */
function sayWhatLacks(ids: readonly CommandId[]): void {
  const { project, middle } = workbench.getState()
  if (middle !== 'texts') return
  const next = keyNow('go.next-annotation')
  if (project?.readOnly && ids.some((id) => commands[id].menu === 'Annotate')) say(readingOnly)
  else if (ids.some(actsOnAnnotation))
    say(`No annotation here. Put the caret into one${next ? `, or press ${keyText(next)} for the next` : ''}`)
}

/** Whether a command can be given while a dialog is open: what needs nothing, and undo while the codebook is worked in. */
function worksOver(dialog: OpenDialog, id: CommandId): boolean {
  const isHistory = id === 'history.undo' || id === 'history.redo'
  return commands[id].needs === 'nothing' || (isHistory && dialog.kind === 'codebook')
}

/** Whether a key without modifiers may be a command here: in a text, and on what has no use of its own for it. */
function takesPlainKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return true
  if (inActiveText(target)) return true
  if (typing(target) || target.closest('select, [role="combobox"], [role="menu"]')) return false
  const own =
    target.closest('button, a, [role="row"], [role="option"], [role="tab"], [role="treeitem"]') !== null
  return !(own && (key === 'Enter' || key === 'Delete' || key === 'Backspace' || key === ' '))
}

/** A field takes back its own typing. */
function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea') !== null
}

function inActiveText(target: EventTarget | null): boolean {
  const view = activeView()
  if (!(view && target instanceof Node)) return false
  // Cards stand in the scrolling page, but are fields and buttons of their own.
  return view.root.contains(target) && !view.aside.contains(target)
}
