import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { readJson, writeJson } from './json-file.ts'

const Person = z.object({ uid: z.string().min(1) })

/** By this the person at this computer is the same annotator in every project, whatever they call themselves. */
export function personUidIn(folder: string): string {
  const path = join(folder, 'person.json')
  const { data } = Person.safeParse(readJson(path))
  if (data) return data.uid
  const uid = randomUUID()
  writeJson(path, { uid })
  return uid
}
