import { FilePlus2, FolderOpen } from 'lucide-react'
import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { NameField } from '../preferences/NameField.tsx'
import { ClaimAndRebuttal } from './ClaimAndRebuttal.tsx'
import { RecentProjects } from './RecentProjects.tsx'
import './start.css'

/** The window while no project is open. */
export function StartScreen() {
  const hasRecent = useWorkbench((state) => state.recent.length > 0)
  const paletteKey = useKey('app.palette')
  const version = useWorkbench((state) => state.version)
  return (
    <main className="start" data-area="documents">
      <div className="start-page">
        <section className="start-welcome" aria-label="Start">
          <h1 className="start-title">Rejoinder</h1>
          <p className="start-purpose">
            Read closely, tag what is claimed and what is said against it, and tie the two together across
            documents.
          </p>
          <div className="start-actions">
            <Button look="primary" icon={FilePlus2} onPress={() => runCommand('project.new')}>
              New project…
            </Button>
            <Button icon={FolderOpen} onPress={() => runCommand('project.open')}>
              Open project…
            </Button>
          </div>
          <p className="start-sample">
            New here?{' '}
            <button type="button" className="start-link" onClick={() => runCommand('project.sample')}>
              Open the sample project
            </button>{' '}
            or read the{' '}
            <button type="button" className="start-link" onClick={() => runCommand('help.guide')}>
              first steps
            </button>
            .
          </p>
          <div className="start-name">
            <NameField />
          </div>
        </section>
        {hasRecent ? <RecentProjects /> : <ClaimAndRebuttal />}
      </div>
      <footer className="start-foot">
        <span>Drop a project here to open it, or texts to begin a project with them.</span>
        <span>All commands {paletteKey && <Shortcut keys={paletteKey} look="caps" />}</span>
        <span>Version {version}</span>
      </footer>
    </main>
  )
}
