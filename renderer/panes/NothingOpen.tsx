import { runCommand } from '../commands/registry.ts'
import { useWorkbench } from '../store/workbench.ts'
import { Button } from '../ui/Button.tsx'

/** What stands in the middle while no document is shown. */
export function NothingOpen() {
  const empty = useWorkbench((state) => state.documents.length === 0)
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  if (!empty) return <p className="nothing-open">Choose a document in the list.</p>
  return (
    <section className="nothing-open" aria-label="No documents yet">
      <h1>No documents yet</h1>
      <p>
        Drop texts anywhere on this window, or import them: Word, OpenDocument, PDF, EPUB, RTF, web pages,
        plain text and Markdown, subtitles, tables with a text in each row, and the files of other annotation
        programs.
      </p>
      <p className="nothing-open-ways">
        <Button look="primary" onPress={() => runCommand('document.import')} isDisabled={readOnly}>
          Import documents…
        </Button>
        <Button onPress={() => runCommand('document.import-folder')} isDisabled={readOnly}>
          Import a folder…
        </Button>
      </p>
    </section>
  )
}
