import { type Check, checks, type Finding } from '../../../preload/contract/doctor.ts'
import { request } from '../../client.ts'
import { showFailure } from '../notices.ts'
import { painted } from '../painted.ts'
import { workbench } from '../workbench.ts'
import type { DoctorView, Examined } from './doctor-view.ts'
import { drawnRows } from './drawn-rows.ts'

/** Findings that are described in one go. */
const most = 200

let asking = 0

const drawn = drawnRows((place) => {
  const { subjects, findings } = workbench.getState().examined
  return findings.has(subjects[place]!)
}, describeAt)

function changeExamined(part: Partial<Examined>): void {
  workbench.setState(({ examined }) => ({ examined: { ...examined, ...part } }))
}
function changeView(part: Partial<DoctorView>): void {
  workbench.setState(({ doctorView }) => ({ doctorView: { ...doctorView, ...part } }))
}

/** Another check, or what it found that is intended; it begins at its top. */
export function askDoctor(part: Partial<Pick<DoctorView, 'check' | 'show'>>): void {
  changeView({ ...part, current: null })
  changeExamined({ place: 0 })
  examine().catch(showFailure)
}

/** Looks at the argument as it is now, and finds the person’s place again. */
export async function examine(): Promise<void> {
  asking += 1
  const own = asking
  const { check, show } = workbench.getState().doctorView
  const subjects = await request('doctor.findings', { check, show })
  if (own !== asking) return
  const place = placeIn(subjects)
  const around = Array.from({ length: 30 }, (_, at) => place - 8 + at)
  const findings = await describe(check, subjectsAt(subjects, new Set([...drawn.places(), ...around])))
  if (own !== asking) return
  const known = new Map(findings.map((finding) => [finding.subject, finding]))
  changeExamined({ check, show, subjects, findings: known, place: placeIn(subjects) })
}

function placeIn(subjects: readonly string[]): number {
  const { doctorView, examined } = workbench.getState()
  const at = doctorView.current === null ? -1 : subjects.indexOf(doctorView.current)
  return at >= 0 ? at : Math.max(0, Math.min(examined.place, subjects.length - 1))
}

const subjectsAt = (subjects: readonly string[], places: Iterable<number>) =>
  [...places].flatMap((place) => subjects[place] ?? []).slice(0, most)

function describe(check: Check, subjects: string[]): Promise<Finding[]> {
  return subjects.length === 0 ? Promise.resolve([]) : request('doctor.describe', { check, subjects })
}

/** A finding is drawn at a place: it is described, and followed. Returns what ends it. */
export const drawFindingAt = drawn.draw

function describeAt(places: Iterable<number>): void {
  const { check, subjects, findings } = workbench.getState().examined
  if (!check) return
  describe(
    check,
    subjectsAt(subjects, places).filter((subject) => !findings.has(subject)),
  )
    .then((more) => {
      const { examined } = workbench.getState()
      if (examined.subjects !== subjects || more.length === 0) return
      const described = more.map((finding) => [finding.subject, finding] as const)
      changeExamined({ findings: new Map([...examined.findings, ...described]) })
    })
    .catch(showFailure)
}

export async function countFindings(): Promise<void> {
  changeExamined({ counts: await request('doctor.counts', undefined) })
}

/**
 * Who comes to look sees a check that has found something, if there is one; a chosen finding is come back to. Tells
 * whether it is another check.
 */
export function goToFirstFound(): boolean {
  const { doctorView, examined } = workbench.getState()
  const { check, show, current } = doctorView
  const openOf = (one: Check) => examined.counts?.[checks.indexOf(one)]?.open ?? 0
  if (show !== 'open' || current !== null || openOf(check) > 0) return false
  const found = checks.find((one) => openOf(one) > 0)
  if (found) askDoctor({ check: found })
  return found !== undefined
}

export function stayAtFinding(place: number): void {
  changeExamined({ place })
  changeView({ current: workbench.getState().examined.subjects[place] ?? null })
}

export function currentFinding(): Finding | undefined {
  const { subjects, place, findings } = workbench.getState().examined
  const subject = subjects[place]
  return subject === undefined ? undefined : findings.get(subject)
}

/** While it is looked at, the doctor follows every change. Returns a function that ends it. */
export function followDoctor(): () => void {
  return workbench.subscribe((state, before) => {
    const { middle, history, project } = state
    if (middle !== 'doctor' || history === before.history || project?.uid !== before.project?.uid) return
    painted().then(examine).then(countFindings).catch(showFailure)
  })
}
