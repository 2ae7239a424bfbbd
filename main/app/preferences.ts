import { userInfo } from 'node:os'
import { join } from 'node:path'
import { Preferences, usualPreferences } from '../../preload/contract/preferences.ts'
import { readJson, writeJson } from './json-file.ts'

type Stored = Record<string, unknown>

/**
 * What the person has chosen for all projects, kept in the folder of their settings. What this version cannot read
 * stays in the file as it is until it is chosen anew: a newer version, or a careful hand, may have written it.
 */
export function preferencesIn(folder: string) {
  const path = join(folder, 'preferences.json')
  let stored = asRecord(readJson(path))
  let current = salvage(stored)

  return {
    get: (): Preferences => current,
    change(given: { [K in keyof Preferences]?: Preferences[K] | undefined }): Preferences {
      const change = withoutUndefined(given)
      current = Preferences.parse({ ...current, ...change })
      stored = {
        ...stored,
        ...change,
        ...(change.keys && { keys: withUnreadable(stored.keys, change.keys) }),
      }
      writeJson(path, stored)
      return current
    },
  }
}

/** Each preference for itself: one that makes no sense does not cost the others, nor do keys of one command. */
export function salvage(stored: unknown): Preferences {
  const found = asRecord(stored)
  const usable = Object.entries({ ...Preferences.shape }).flatMap(([name, schema]) => {
    const { success, data } = schema.safeParse(name === 'keys' ? readable(found.keys) : found[name])
    return success ? [[name, data]] : []
  })
  return { ...usualPreferences, name: systemUserName(), ...Object.fromEntries(usable) }
}

function readable(keys: unknown): Stored {
  return Object.fromEntries(Object.entries(asRecord(keys)).filter(isReadable))
}

function withUnreadable(before: unknown, keys: Preferences['keys']): Stored {
  return {
    ...Object.fromEntries(Object.entries(asRecord(before)).filter((entry) => !isReadable(entry))),
    ...keys,
  }
}

function isReadable([command, keys]: [string, unknown]): boolean {
  return Preferences.shape.keys.safeParse({ [command]: keys }).success
}

function asRecord(value: unknown): Stored {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Stored) : {}
}

function withoutUndefined<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as never
}

function systemUserName(): string {
  try {
    return userInfo().username.slice(0, 200)
  } catch {
    return ''
  }
}
