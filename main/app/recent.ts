import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { RecentProject } from '../../preload/contract/app.ts'
import { readJson, writeJson } from './json-file.ts'

const Entry = RecentProject.omit({ missing: true })
type Entry = z.infer<typeof Entry>

/** `open`: the project that was open when this was last written; the next start opens it again. */
const Kept = z.object({ open: z.string().nullable(), projects: z.array(Entry) })

const most = 20

/** The projects opened last, most recent first, kept in the folder of the person's settings. */
export function recentIn(folder: string, now: () => Date = () => new Date()) {
  const path = join(folder, 'recent.json')
  let { open, projects } = Kept.safeParse(readJson(path)).data ?? { open: null, projects: [] as Entry[] }
  const keep = () => writeJson(path, { open, projects })

  return {
    list: (): RecentProject[] =>
      projects.map((project) => ({ ...project, missing: !existsSync(project.path) })),
    has: (projectPath: string): boolean => projects.some((project) => project.path === projectPath),
    open: (): string | null => open,

    /** It is now the open one, under this name. */
    opened(projectPath: string, name: string) {
      const others = projects.filter((project) => project.path !== projectPath)
      projects = [{ path: projectPath, name, opened: now().toISOString() }, ...others].slice(0, most)
      open = projectPath
      keep()
    },

    /** The person closed the open one: the next start opens none. */
    closed() {
      open = null
      keep()
    },

    forget(projectPath: string) {
      projects = projects.filter((project) => project.path !== projectPath)
      keep()
    },
  }
}

export type Recent = ReturnType<typeof recentIn>
