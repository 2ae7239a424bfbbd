import { X } from 'lucide-react'
import type { RecentProject } from '../../../preload/contract/app.ts'
import { forgetRecent, openProject } from '../../commands/open-project.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { IconButton } from '../../ui/Button.tsx'
import { dayOf } from './day-of.ts'

/** The projects opened before, the last one first. */
export function RecentProjects() {
  const recent = useWorkbench((state) => state.recent)
  return (
    <section className="start-recent" aria-labelledby="recent-projects">
      <h2 id="recent-projects">Recent projects</h2>
      <ul>
        {recent.map((project) => (
          <RecentRow key={project.path} {...project} />
        ))}
      </ul>
    </section>
  )
}

function RecentRow({ path, name, opened, missing }: RecentProject) {
  return (
    <li className="recent" data-missing={missing || undefined}>
      <button
        type="button"
        className="recent-open"
        disabled={missing}
        onClick={() => openProject(path).catch(showFailure)}
      >
        <span className="recent-name">{name}</span>
        <span className="recent-day">{missing ? 'Not where it was' : dayOf(opened, new Date())}</span>
        <span className="recent-path" title={path}>
          <bdi>{path}</bdi>
        </span>
      </button>
      <IconButton
        icon={X}
        label={`Take “${name}” off this list`}
        placement="left"
        className="recent-forget"
        onPress={() => forgetRecent(path).catch(showFailure)}
      />
    </li>
  )
}
