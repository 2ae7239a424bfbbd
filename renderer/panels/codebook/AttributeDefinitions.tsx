import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { AttributeDefinition } from '../../../preload/contract/tag.ts'
import { showFailure } from '../../store/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { AttributeRow } from './AttributeRow.tsx'

export interface AttributeDefinitionsProps {
  attributes: readonly AttributeDefinition[]
  isDisabled: boolean
  /** Starts from what the tag asks for by then; settles when the window shows it. */
  change: (what: (attributes: readonly AttributeDefinition[]) => AttributeDefinition[]) => Promise<void>
}

/** What annotations of a tag can be asked for besides their passage. A new one counts once it is finished. */
export function AttributeDefinitions({ attributes, isDisabled, change }: AttributeDefinitionsProps) {
  /** Where the one that is being made will stand; null without any. */
  const [making, setMaking] = useState<number | null>(null)
  const isMaking = making === attributes.length
  const keep = async (before: string | null, after: AttributeDefinition) => {
    await change((all) =>
      before === null ? [...all, after] : all.map((one) => (one.name === before ? after : one)),
    )
    if (before === null) setMaking(null)
  }
  const remove = (name: string | null) => {
    if (name === null) setMaking(null)
    else change((all) => all.filter((one) => one.name !== name)).catch(showFailure)
  }
  const rows = isMaking ? [...attributes, null] : attributes
  return (
    <fieldset className="codebook-attributes">
      <legend className="ui-field-label">Attributes</legend>
      {rows.map((attribute, index) => (
        <AttributeRow
          // biome-ignore lint/suspicious/noArrayIndexKey: by its name, a new name would take the keyboard out of its row
          key={index}
          attribute={attribute}
          taken={attributes.filter((_, i) => i !== index).map((one) => one.name)}
          isDisabled={isDisabled}
          isBesideNew={isMaking && attribute !== null}
          keep={keep}
          remove={remove}
        />
      ))}
      <Button
        look="quiet"
        icon={Plus}
        isDisabled={isDisabled || isMaking}
        onPress={() => setMaking(attributes.length)}
      >
        New attribute
      </Button>
    </fieldset>
  )
}
