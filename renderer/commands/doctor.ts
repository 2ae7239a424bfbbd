import type { FindingPlace } from '../../preload/contract/doctor.ts'
import { request } from '../client.ts'
import { currentFinding, stayAtFinding } from '../store/argument/doctor.ts'
import { say } from '../store/notices.ts'
import { goToAnnotation } from '../store/places.ts'
import { type PaneSide, workbench } from '../store/workbench.ts'
import { openClaim } from './claims.ts'

/** Goes to one of the places that the current finding is about. */
export async function goToFinding(at = 0): Promise<void> {
  const finding = currentFinding()
  const place = finding?.places[at]
  if (!place) return
  stayAtFinding(workbench.getState().examined.place)
  await goTo(place, workbench.getState().activeSide)
  say(finding.why)
}

/** Shows the first two places side by side. */
export async function showBothPlaces(): Promise<void> {
  const finding = currentFinding()
  const [one, other] = finding?.places ?? []
  if (!one) return
  stayAtFinding(workbench.getState().examined.place)
  await goTo(one, 'left')
  if (other?.go && 'annotation' in other.go && one.go && 'annotation' in one.go) await goTo(other, 'right')
}

async function goTo({ go }: FindingPlace, side: PaneSide): Promise<void> {
  if (go === null) return
  if ('claim' in go) openClaim(go.claim)
  else await goToAnnotation(go.annotation, go.documentId, side)
}

/** The current finding is intended; one that is found intended is open again. */
export async function judgeFinding(): Promise<void> {
  const finding = currentFinding()
  const { examined, project } = workbench.getState()
  if (!finding || !examined.check || project?.readOnly !== '') return
  const subjects = [finding.subject]
  if (examined.show === 'open') {
    await request('doctor.dismiss', { check: examined.check, subjects })
    say('This is intended')
  } else {
    await request('doctor.takeBack', { check: examined.check, subjects })
    say('Open again')
  }
}
