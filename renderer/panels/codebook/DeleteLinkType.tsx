import { useState } from 'react'
import type { LinkTypeId } from '../../../preload/contract/ids.ts'
import type { LinkType } from '../../../preload/contract/link-type.ts'
import { deleteLinkType } from '../../commands/edit-codebook.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import { ReplacementChoice } from './ReplacementChoice.tsx'

/** Asks what becomes of the links of a type before the type goes. */
export function DeleteLinkType({ type, onEnd }: { type: LinkType; onEnd: () => void }) {
  const others = useWorkbench((state) => state.linkTypes).filter((one) => one.id !== type.id)
  const [replacement, setReplacement] = useState<LinkTypeId | null>(null)
  return (
    <ConfirmDialog
      title={`Delete the link type ${type.name}?`}
      confirmLabel="Delete link type"
      isDanger
      onCancel={onEnd}
      onConfirm={() => deleteLinkType(type.id, replacement).then(onEnd, showFailure)}
    >
      {type.uses === 0 ? (
        <p>No link has it.</p>
      ) : (
        <ReplacementChoice
          question={`${countOf(type.uses, 'link')} ${type.uses === 1 ? 'has' : 'have'} this type.`}
          deleteThem="Delete them"
          giveThem="Give them another type"
          others={others.map(({ id, name }) => ({ id, title: name }))}
          value={replacement}
          onChange={setReplacement}
        />
      )}
    </ConfirmDialog>
  )
}
