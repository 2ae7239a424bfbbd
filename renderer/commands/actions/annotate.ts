import type { annotateCommands } from '../../../preload/contract/commands/annotate.ts'
import { showDialog } from '../../store/screen.ts'
import type { Action } from '../action.ts'
import { adjustEnds } from '../adjust-ends.ts'
import { tagAgain, tagInVivo } from '../annotate-selection.ts'
import {
  addPart,
  joinWithNext,
  moveHere,
  removePart,
  splitBySentence,
  splitHere,
} from '../annotation-parts.ts'
import { deleteFocused } from '../change-annotation.ts'
import { openCodebook } from '../edit-codebook.ts'
import { goToFormOfFocused } from '../go-to-form.ts'
import { keepAsExample } from '../keep-as-example.ts'
import { canLinkFromHere, dropPending, linkFromHere } from '../link-passages.ts'
import { listAnnotations } from '../many-annotations.ts'
import { goToArea } from '../move-between-areas.ts'
import { confirmAndGoOn, confirmFocused } from '../outdated.ts'
import { stateFocused } from '../state-claim.ts'
import { writable } from './conditions.ts'

export const annotateActions: Record<keyof typeof annotateCommands, Action> = {
  'annotation.tag': { run: () => showDialog({ kind: 'choose-tag', purpose: 'tag' }), enabled: writable },
  'annotation.tag-again': { run: tagAgain, enabled: writable },
  'annotation.in-vivo': { run: tagInVivo, enabled: writable },
  'annotation.retag': { run: () => showDialog({ kind: 'choose-tag', purpose: 'retag' }), enabled: writable },
  'annotation.adjust': { run: adjustEnds, enabled: writable },
  'annotation.move': { run: moveHere, enabled: writable },
  'annotation.add-part': { run: addPart, enabled: writable },
  'annotation.remove-part': { run: removePart, enabled: writable },
  'annotation.split': { run: splitHere, enabled: writable },
  'annotation.split-sentences': { run: splitBySentence, enabled: writable },
  'annotation.join': { run: joinWithNext, enabled: writable },
  'annotation.attributes': { run: goToFormOfFocused, enabled: writable },
  'annotation.note': { run: () => goToArea('note'), enabled: writable },
  'annotation.speaker': { run: () => goToArea('speaker'), enabled: writable },
  'annotation.delete': { run: deleteFocused, enabled: writable },
  'annotation.list': { run: listAnnotations },
  'claim.state': { run: stateFocused, enabled: writable },
  'link.start': { run: linkFromHere, enabled: (state) => writable(state) && canLinkFromHere(state) },
  'link.drop': { run: dropPending, enabled: (state) => state.pending !== null },
  'tag.keep-example': { run: keepAsExample, enabled: writable },
  'annotation.confirm': { run: confirmFocused, enabled: writable },
  'annotation.confirm-and-next': { run: confirmAndGoOn, enabled: writable },
  'codebook.open': { run: openCodebook },
}
