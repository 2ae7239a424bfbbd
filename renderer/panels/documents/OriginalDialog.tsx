import { Download, ExternalLink } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { OriginalFile } from '../../../preload/contract/document.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { openOriginal, saveOriginal } from '../../commands/original-file.ts'
import { showFailure } from '../../store/notices.ts'
import { withDots } from '../../store/with-dots.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import './original.css'

export interface OriginalDialogProps {
  documentId: DocumentId
  onClose: () => void
}

/** The file that a document was made from: as it is, if it is a text; else to be opened elsewhere or saved. */
export function OriginalDialog({ documentId, onClose }: OriginalDialogProps) {
  const title = useWorkbench((state) => state.documents.find(({ id }) => id === documentId)?.title)
  const [original, setOriginal] = useState<OriginalFile>()
  useEffect(() => {
    request('document.original', { id: documentId }).then(setOriginal).catch(showFailure)
  }, [documentId])

  const isThere = original !== undefined && original.size !== null
  return (
    <Dialog
      title={`The original of “${title ?? ''}”`}
      description={original && inWords(original)}
      width={original?.text ? 'large' : 'medium'}
      onClose={onClose}
      isOnlyRead
      footer={
        <>
          <Button
            icon={Download}
            isDisabled={!isThere}
            onPress={() => original && saveOriginal(documentId, original).catch(showFailure)}
          >
            Save a copy…
          </Button>
          <Button
            look="primary"
            icon={ExternalLink}
            isDisabled={!isThere || original.ending === ''}
            onPress={() => openOriginal(documentId).then(onClose).catch(showFailure)}
          >
            Open a copy in another program
          </Button>
        </>
      }
    >
      {original?.text && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
        <section className="original-text" tabIndex={0} aria-label="Text of the original">
          <pre>{original.text}</pre>
          {!original.isWhole && <p className="original-rest">Only its beginning is shown here.</p>}
        </section>
      )}
      {isThere && <p>{whatOpens(original)}</p>}
    </Dialog>
  )
}

function inWords({ name, kind, size }: OriginalFile): string {
  if (size === null) return `${name} is not in this project: it came without its originals.`
  return withDots([name, kind, sizeInWords(size)])
}

function whatOpens({ kind }: OriginalFile): string {
  const web = kind.startsWith('Web page')
    ? ' In a browser a page may run its scripts and load pictures from the web.'
    : ''
  return `Another program gets a copy, which is removed when Rejoinder ends: what is changed there does not come back.${web}`
}

function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  return `${value.toLocaleString('en', { maximumSignificantDigits: 3 })} ${unit}`
}
