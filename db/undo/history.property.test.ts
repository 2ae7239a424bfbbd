import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createProject, createProjectInMemory } from '../create-project.ts'
import { checkProject } from '../gate/check.ts'
import { openProject } from '../open.ts'
import type { OpenProject } from '../open-project.ts'
import { dump } from '../testing/dump.ts'
import { anyStep, perform } from '../testing/gestures.ts'
import { countingSources } from '../testing/sources.ts'

const steps = fc.array(anyStep, { minLength: 5, maxLength: 30 })

function undoAll({ history }: OpenProject): void {
  while (history.undo() !== null);
}

function redoAll({ history }: OpenProject): void {
  while (history.redo() !== null);
}

/** Enough for most gestures to have something to work on from the start. */
function furnish(project: OpenProject): void {
  const choices = { seeds: [1, 2, 3, 5, 8], shares: [0.1], words: ['some words'] }
  perform(project, {
    ...choices,
    names: ['addAnnotator', 'addDocument', 'addClaim', 'addSpeaker', 'addTag'] as never,
  })
  perform(project, {
    ...choices,
    names: ['addAnnotation', 'addAnnotation', 'addAnnotation', 'addLink', 'addLink', 'addMemo'] as never,
  })
}

test('whatever was done, undoing all of it gives the project as it was and redoing gives it as it is', {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(steps, (steps) => {
      const project = createProjectInMemory(countingSources())
      const original = dump(project.database)
      furnish(project)
      for (const step of steps) perform(project, step)
      const final = dump(project.database)
      expect(checkProject(project.database)).toEqual([])

      undoAll(project)
      expect(dump(project.database)).toEqual(original)
      redoAll(project)
      expect(dump(project.database)).toEqual(final)
      project.close()
    }),
    { numRuns: 25, endOnFailure: true },
  )
})

test('going back part of the way and on differently leaves nothing of what was taken back', {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(steps, fc.nat(12), steps, (steps, back, others) => {
      const project = createProjectInMemory(countingSources())
      const original = dump(project.database)
      for (const step of steps) perform(project, step)
      const whole = dump(project.database)
      for (let i = 0; i < back; i++) project.history.undo()
      for (const step of others) perform(project, step)
      // What changes nothing leaves no step, and what was taken back can still be had again.
      const final = project.history.state().redo === null ? dump(project.database) : whole

      undoAll(project)
      expect(dump(project.database)).toEqual(original)
      redoAll(project)
      expect(dump(project.database)).toEqual(final)
      expect(checkProject(project.database)).toEqual([])
      project.close()
    }),
    { numRuns: 15, endOnFailure: true },
  )
})

test('the way back survives closing and opening the file', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'rejoinder-history-'))
  let files = 0
  fc.assert(
    fc.property(steps, fc.nat(8), (steps, back) => {
      const path = join(folder, `${files++}.rejoinder`)
      let project = createProject(path)
      const reopen = () => {
        project.close()
        project = openProject(path)
      }
      const original = dump(project.database)
      furnish(project)
      for (const step of steps) perform(project, step)
      const final = dump(project.database)

      for (let i = 0; i < back; i++) project.history.undo()
      const halfway = dump(project.database)
      reopen()
      expect(dump(project.database)).toEqual(halfway)
      undoAll(project)
      expect(dump(project.database)).toEqual(original)
      reopen()
      redoAll(project)
      expect(dump(project.database)).toEqual(final)
      project.close()
    }),
    { numRuns: 5, endOnFailure: true },
  )
  rmSync(folder, { recursive: true })
})
