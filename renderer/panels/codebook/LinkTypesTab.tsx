import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { LinkTypeId } from '../../../preload/contract/ids.ts'
import { type LinkType, lettersOf } from '../../../preload/contract/link-type.ts'
import type { Role } from '../../../preload/contract/tag.ts'
import { changeLinkType, createLinkType } from '../../commands/edit-codebook.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, Switch } from '../../ui/Choices.tsx'
import { FinishedField } from '../../ui/FinishedField.tsx'
import { ColorField } from './ColorField.tsx'
import { DeleteLinkType } from './DeleteLinkType.tsx'
import { EntryList } from './EntryList.tsx'

/** The link types on the left, the chosen one on the right. */
export function LinkTypesTab({ readOnly }: { readOnly: boolean }) {
  const types = useWorkbench((state) => state.linkTypes)
  const [chosenId, setChosen] = useState<LinkTypeId | null>(null)
  const chosen = types.find((type) => type.id === chosenId) ?? types[0]
  const letters = lettersOf(types)
  const add = () =>
    createLinkType({ name: `link type ${types.length + 1}` })
      .then((type) => setChosen(type.id))
      .catch(showFailure)
  return (
    <div className="codebook">
      <div className="codebook-side">
        <EntryList
          label="Link types"
          entries={types.map((type) => ({ ...type, depth: 0, key: letters.get(type.id) ?? '' }))}
          chosen={chosen?.id ?? null}
          onChoose={setChosen}
        />
        <Button icon={Plus} isDisabled={readOnly} onPress={add}>
          New link type
        </Button>
      </div>
      {chosen ? (
        <LinkTypeForm key={chosen.id} type={chosen} readOnly={readOnly} />
      ) : (
        <p className="codebook-none">No link types. Make one to begin.</p>
      )}
    </div>
  )
}

function LinkTypeForm({ type, readOnly }: { type: LinkType; readOnly: boolean }) {
  const [deleting, setDeleting] = useState(false)
  const change = (what: Parameters<typeof changeLinkType>[1]) =>
    changeLinkType(type.id, what).catch(showFailure)
  return (
    <div className="codebook-form">
      <FinishedField
        label="Name, as in “the first … the second”"
        value={type.name}
        isDisabled={readOnly}
        keep={(name) => change({ name })}
        check={(name) => (name === '' ? 'A link type needs a name.' : '')}
      />
      <ColorField value={type.color} isDisabled={readOnly} onChange={(color) => change({ color })} />
      <Switch
        isSelected={type.symmetric}
        isDisabled={readOnly}
        description="It reads the same from both ends."
        onChange={(symmetric) => change({ symmetric })}
      >
        Symmetric
      </Switch>
      <Roles
        label="May begin at"
        roles={type.sourceRoles}
        isDisabled={readOnly}
        onChange={(sourceRoles) => change({ sourceRoles })}
      />
      <Roles
        label="May end at"
        roles={type.targetRoles}
        isDisabled={readOnly}
        onChange={(targetRoles) => change({ targetRoles })}
      />
      <footer className="codebook-foot">
        <Button icon={Trash2} look="danger" isDisabled={readOnly} onPress={() => setDeleting(true)}>
          Delete link type…
        </Button>
      </footer>
      {deleting && <DeleteLinkType type={type} onEnd={() => setDeleting(false)} />}
    </div>
  )
}

const roleNames: readonly [Role, string][] = [
  ['claim', 'Claims'],
  ['rebuttal', 'Rebuttals'],
  ['premise', 'Premises'],
  ['none', 'Tags of no role'],
]

interface RolesProps {
  label: string
  roles: readonly Role[]
  isDisabled: boolean
  onChange: (roles: Role[]) => void
}

/** No role chosen means any. */
function Roles({ label, roles, isDisabled, onChange }: RolesProps) {
  return (
    <fieldset className="codebook-roles">
      <legend className="ui-field-label">
        {label}
        {roles.length === 0 && <span className="codebook-any"> any tag</span>}
      </legend>
      {roleNames.map(([role, name]) => (
        <Checkbox
          key={role}
          isSelected={roles.includes(role)}
          isDisabled={isDisabled}
          onChange={(on) => onChange(on ? [...roles, role] : roles.filter((one) => one !== role))}
        >
          {name}
        </Checkbox>
      ))}
    </fieldset>
  )
}
