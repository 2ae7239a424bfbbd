import { checkProject } from '../../db/gate/check.ts'
import { saveCopy } from '../../db/save-copy.ts'
import type { ProjectHandlers } from '../../preload/contract/index.ts'
import type { ProjectInfo } from '../../preload/contract/project.ts'
import type { ProjectContext } from '../project-context.ts'
import { undoneAttributes } from './annotation/undone-attributes.ts'
import { typing } from './typing.ts'

export function projectHandlers({ project }: ProjectContext): ProjectHandlers['project'] {
  const { history, repositories, path, readOnly } = project

  function info(): ProjectInfo {
    const { uid, name, description } = repositories.project.get()
    return { uid, name, description, path, readOnly }
  }

  return {
    info,
    update(change) {
      const label =
        change.name === undefined ? 'edit project description' : `rename project to ${change.name}`
      history.record(label, () => repositories.project.update(change), typing('project', change))
      return info()
    },
    stats: () => repositories.stats.get(),
    check: () => checkProject(project.database),
    undone: () => undoneAttributes(repositories),
    saveCopy: ({ to }) => saveCopy(project.database, to),
  }
}
