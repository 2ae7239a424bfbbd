import type { ReactNode } from 'react'
import { type CommandId, commands } from '../../../preload/contract/commands/index.ts'
import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'
import './about.css'

/** The tour of ten minutes, in words. */
export function GuideDialog({ onClose }: { onClose: () => void }) {
  const openSample = () => {
    onClose()
    runCommand('project.sample')
  }
  return (
    <Dialog
      title="First steps"
      description="Ten minutes, best taken with the sample project open."
      width="large"
      isOnlyRead
      onClose={onClose}
      footer={
        <>
          <Button onPress={openSample}>Open the sample project</Button>
          <Button look="primary" onPress={onClose}>
            Begin
          </Button>
        </>
      }
    >
      <ol className="guide selectable">
        <Step title="Bring in your texts">
          Drop files or a whole folder on the window, or press <Keys of="document.import" />. Word, PDF, web
          pages, e-books, subtitles, plain text and tables of texts are read, and what other annotation
          programs write. The text is kept as it is; what the source says of its author, outlet and date
          stands in the document’s details.
        </Step>
        <Step title="Read, and tag what matters">
          Select a passage with the mouse, or with Shift and the arrow keys: the caret works in the text
          although the text cannot be changed. Press a tag’s key, or <Keys of="annotation.tag" /> to choose a
          tag by name. A new project begins with Claim, Rebuttal and Premise.
        </Step>
        <Step title="Say more about a passage">
          Move through the annotations with <Keys of="go.previous-annotation" /> and{' '}
          <Keys of="go.next-annotation" />. The panel at the right shows the one in focus: its tag, its note (
          <Keys of="annotation.note" />
          ), who says it (<Keys of="annotation.speaker" />) and which claim it states. Where several lie on
          one another, <Keys of="go.annotation-below" /> goes to the next. <Keys of="annotation.adjust" />{' '}
          moves the ends.
        </Step>
        <Step title="Link a claim to what is said against it">
          Press <Keys of="link.start" /> on the first passage. Go to the second, in any document, and press{' '}
          <Keys of="link.start" /> again; then choose the type of the link by its letter. Until then the link
          waits at the foot of the text. <Keys of="go.passage" /> finds the other end by its words.
        </Step>
        <Step title="Follow links">
          <Keys of="go.other-end" /> goes to the other end and back again, <Keys of="go.other-end-beside" />{' '}
          shows both side by side. In the list of documents an open ring tells how many claims nothing stands
          against yet.
        </Step>
        <Step title="Make the codebook yours">
          In the codebook (<Keys of="codebook.open" />) you rename, recolour, nest and define tags, and give
          each a key. A change reaches every annotation at once.
        </Step>
        <Step title="Take the dataset along">
          <Keys of="project.export" /> writes the annotations and links, and says beforehand what the format
          cannot hold. The exchange file holds all of it and can be imported again.
        </Step>
        <Step title="Change your mind">
          Everything is saved as you do it, and <Keys of="history.undo" /> takes back any of it, also after a
          restart. Whatever you look for, <Keys of="app.palette" /> finds the command and{' '}
          <Keys of="help.shortcuts" /> lists the keys.
        </Step>
      </ol>
    </Dialog>
  )
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li>
      <h3>{title}</h3>
      <p>{children}</p>
    </li>
  )
}

/** The key of a command as it is now, so that the tour never tells another. */
function Keys({ of }: { of: CommandId }) {
  const key = useKey(of)
  return key ? <Shortcut keys={key} look="caps" /> : <>“{commands[of].title}”</>
}
