import { useEffect, useState } from 'react'
import type { Stats } from '../../../preload/contract/project.ts'
import { request } from '../../client.ts'
import { changeProject } from '../../commands/open-project.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import './project.css'

/** What the project is called and about, and how much is in it. */
export function ProjectDialog({ onClose }: { onClose: () => void }) {
  const project = useWorkbench((state) => state.project)
  const [name, setName] = useState(project?.name ?? '')
  const [description, setDescription] = useState(project?.description ?? '')
  const stats = useStats()
  if (!project) return null
  const save = () => {
    onClose()
    const changed = name.trim() !== project.name || description !== project.description
    if (changed) changeProject({ name: name.trim(), description }).catch(showFailure)
  }
  return (
    <Dialog
      title="Project"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" onPress={save} isDisabled={name.trim() === '' || project.readOnly !== ''}>
            Save
          </Button>
        </>
      }
    >
      <div className="project">
        <TextField
          label="Name"
          autoFocus
          value={name}
          onChange={setName}
          maxLength={500}
          error={name.trim() === '' ? 'A project needs a name.' : undefined}
        />
        <TextField
          label="Description"
          lines={4}
          value={description}
          onChange={setDescription}
          description="What the texts are, what is asked of them. It goes into the dataset."
        />
        <p className="project-facts selectable">
          {stats && factsOf(stats)}
          <br />
          {project.path}
        </p>
      </div>
    </Dialog>
  )
}

function factsOf({ documents, words, annotations, links }: Stats): string {
  return [
    countOf(documents, 'document'),
    countOf(words, 'word'),
    countOf(annotations, 'annotation'),
    countOf(links, 'link'),
  ].join(' · ')
}

function useStats(): Stats | undefined {
  const [stats, setStats] = useState<Stats>()
  useEffect(() => {
    request('project.stats', undefined).then(setStats).catch(showFailure)
  }, [])
  return stats
}
