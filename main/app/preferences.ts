import { userInfo } from 'node:os'
import { join } from 'node:path'
import { Preferences } from '../../preload/contract/app.ts'
import { readJson, writeJson } from './json-file.ts'

const usual = { theme: 'system', textSize: 18, tagUnit: 'sentence', askRequired: true } as const

/** What the person has chosen for all projects, kept in the folder of their settings. */
export function preferencesIn(folder: string) {
  const path = join(folder, 'preferences.json')
  let current = salvage(readJson(path))

  return {
    get: (): Preferences => current,
    change(change: { [K in keyof Preferences]?: Preferences[K] | undefined }): Preferences {
      current = Preferences.parse({ ...current, ...withoutUndefined(change) })
      writeJson(path, current)
      return current
    },
  }
}

/** Each preference for itself: one that makes no sense does not cost the others. */
export function salvage(stored: unknown): Preferences {
  const found = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {}
  const usable = Object.entries(Preferences.shape).flatMap(([name, schema]) => {
    const { success, data } = schema.safeParse(found[name])
    return success ? [[name, data]] : []
  })
  return { ...usual, name: systemUserName(), ...Object.fromEntries(usable) }
}

function withoutUndefined(change: object): object {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}

function systemUserName(): string {
  try {
    return userInfo().username.slice(0, 200)
  } catch {
    return ''
  }
}
