import { Link2 } from 'lucide-react'
import { request } from '../../client.ts'
import { openClaim } from '../../commands/claims.ts'
import { dropPending, linkKeyInWords } from '../../commands/link-passages.ts'
import { runCommand } from '../../commands/registry.ts'
import { goToLink } from '../../commands/travel.ts'
import { showFailure } from '../../store/notices.ts'
import { goToAnnotation } from '../../store/places.ts'
import { type PendingLink, useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { PendingWords } from './PendingWords.tsx'
import './link.css'

/** The link that is waiting for its other end; it stays through every change of document. */
export function PendingLinkTray() {
  const pending = useWorkbench((state) => state.pending)
  if (!pending) return null
  return (
    <section className="tray" aria-label="Pending link">
      <Icon of={Link2} />
      <p className="tray-words">
        <strong>Link from</strong> <PendingWords of={pending} />
        {pending.where !== '' && <span className="tray-where">{pending.where}</span>}
        <span className="tray-help">Go to the other end in any document and {linkKeyInWords()} there.</span>
      </p>
      <Button look="quiet" onPress={() => goToPending(pending)}>
        Show
      </Button>
      <Button look="plain" onPress={() => runCommand('go.passage')}>
        Find the other end…
      </Button>
      <Button look="quiet" onPress={dropPending}>
        Drop
      </Button>
    </section>
  )
}

function goToPending({ end }: PendingLink): void {
  if ('claim' in end) openClaim(end.claim)
  if ('link' in end) goToLink(end.link).catch(showFailure)
  if (!('annotation' in end)) return
  request('annotation.get', { id: end.annotation })
    .then((annotation) => goToAnnotation(annotation.id, annotation.documentId))
    .catch(showFailure)
}
