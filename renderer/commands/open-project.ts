import { request } from '../client.ts'
import { notify, say } from '../store/notices.ts'
import { workbench } from '../store/workbench.ts'

export async function newProject(): Promise<void> {
  await request('app.newProject', undefined)
}

/** Without a path main asks for one. */
export async function openProject(path: string | null): Promise<void> {
  await request('app.openProject', { path })
}

export async function openSample(): Promise<void> {
  await request('app.openSample', undefined)
}

export async function closeProject(): Promise<void> {
  await request('app.closeProject', undefined)
}

export async function forgetRecent(path: string): Promise<void> {
  workbench.setState({ recent: await request('app.forgetRecent', { path }) })
}

export async function changeProject(change: { name?: string; description?: string }): Promise<void> {
  await request('project.update', change)
  say('Project changed')
}

/** A compact copy to give away: what was deleted or changed before is not in it. */
export async function saveCopy(): Promise<void> {
  const { project } = workbench.getState()
  const chosen = await request('app.chooseTarget', {
    title: 'Save a copy without history',
    suggestedName: `${project?.name ?? 'project'} copy.rejoinder`,
    ending: 'rejoinder',
  })
  if (!chosen) return
  await request('project.saveCopy', { to: chosen.path })
  notify('done', `A copy without history is at ${chosen.path}`)
}
