import { useWorkbench } from '../../store/workbench.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { CodebookFiles } from './CodebookFiles.tsx'
import { LinkTypesTab } from './LinkTypesTab.tsx'
import { TagsTab } from './TagsTab.tsx'
import './codebook.css'
import './meaning.css'

/** The codebook: tags and link types, each with all that can be said of it. Every change acts at once and can be undone. */
export function CodebookDialog({ onClose }: { onClose: () => void }) {
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  return (
    <Dialog
      title="Codebook"
      width="full"
      onClose={onClose}
      headActions={<CodebookFiles readOnly={readOnly} />}
    >
      <Tabs
        label="Codebook"
        tabs={[
          { id: 'tags', title: 'Tags', content: <TagsTab readOnly={readOnly} /> },
          { id: 'links', title: 'Link types', content: <LinkTypesTab readOnly={readOnly} /> },
        ]}
      />
    </Dialog>
  )
}
