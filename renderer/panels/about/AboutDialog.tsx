import { useWorkbench } from '../../store/workbench.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Mark } from './Mark.tsx'
import './about.css'

/** What the program is, and which version. */
export function AboutDialog({ onClose }: { onClose: () => void }) {
  const version = useWorkbench((state) => state.version)
  return (
    <Dialog title="About Rejoinder" width="small" isOnlyRead onClose={onClose}>
      <div className="about">
        <Mark size={88} />
        <div className="about-words selectable">
          <p className="about-name">Rejoinder</p>
          <p className="about-version">Version {version}</p>
          <p>
            A workbench for close reading: tag claims and rebuttals with your own codebook, tie each claim to
            its counter-claim across documents, and export the whole as a dataset.
          </p>
          <p>Everything stays on this computer. A project is one file.</p>
        </div>
      </div>
    </Dialog>
  )
}
