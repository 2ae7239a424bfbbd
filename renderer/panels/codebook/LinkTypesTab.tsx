import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { LinkTypeId } from '../../../preload/contract/ids.ts'
import { type LinkType, lettersOf } from '../../../preload/contract/link-type.ts'
import type { Role } from '../../../preload/contract/tag.ts'
import { changeLinkType, createLinkType } from '../../commands/edit-codebook.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, Switch } from '../../ui/Choices.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FinishedField } from '../../ui/FinishedField.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { ColorField } from './ColorField.tsx'
import { DeleteLinkType } from './DeleteLinkType.tsx'
import { LinkTypeList } from './LinkTypeList.tsx'

/** The link types on the left, the chosen one on the right. */
export function LinkTypesTab({ readOnly }: { readOnly: boolean }) {
  const types = useWorkbench((state) => state.linkTypes)
  const [chosenId, setChosen] = useState<LinkTypeId | null>(null)
  const [deleting, setDeleting] = useState(false)
  const chosen = types.find((type) => type.id === chosenId) ?? types[0]
  const letters = lettersOf(types)
  const add = () =>
    createLinkType({ name: `link type ${types.length + 1}` })
      .then((type) => setChosen(type.id))
      .catch(showFailure)
  return (
    <div className="codebook">
      <div className="codebook-side">
        <LinkTypeList types={types} letters={letters} chosen={chosen?.id ?? null} onChoose={setChosen} />
        <div className="codebook-side-foot">
          <Button icon={Plus} isDisabled={readOnly} onPress={add}>
            New link type
          </Button>
        </div>
      </div>
      {chosen ? (
        <LinkTypeForm
          key={chosen.id}
          type={chosen}
          letter={letters.get(chosen.id) ?? ''}
          readOnly={readOnly}
          onDelete={() => setDeleting(true)}
        />
      ) : (
        <EmptyState title="No link types">
          A link type says how two passages are tied. Make one to begin.
        </EmptyState>
      )}
      {deleting && chosen && <DeleteLinkType type={chosen} onEnd={() => setDeleting(false)} />}
    </div>
  )
}

interface LinkTypeFormProps {
  type: LinkType
  letter: string
  readOnly: boolean
  onDelete: () => void
}

function LinkTypeForm({ type, letter, readOnly, onDelete }: LinkTypeFormProps) {
  const types = useWorkbench((state) => state.linkTypes)
  const change = (what: Parameters<typeof changeLinkType>[1]) =>
    changeLinkType(type.id, what).catch(showFailure)
  return (
    <div className="codebook-form">
      <div className="codebook-fields">
        <div className="codebook-column">
          <FinishedField
            label="Name, as in “the first … the second”"
            value={type.name}
            isDisabled={readOnly}
            keep={(name) => change({ name })}
            check={(name) => (name === '' ? 'A link type needs a name.' : '')}
          />
          <ColorField
            value={type.color}
            others={types.filter((one) => one.id !== type.id)}
            isDisabled={readOnly}
            onChange={(color) => change({ color })}
          />
          <Switch
            isSelected={type.symmetric}
            isDisabled={readOnly}
            description="It reads the same from both ends."
            onChange={(symmetric) => change({ symmetric })}
          >
            Symmetric
          </Switch>
          {letter !== '' && (
            <p className="codebook-quiet">
              Chosen with <Shortcut keys={letter.toUpperCase()} /> while a link is made. The letter follows
              from the name.
            </p>
          )}
        </div>
        <div className="codebook-column">
          <Roles
            label={type.symmetric ? 'One end may be' : 'May begin at'}
            roles={type.sourceRoles}
            isDisabled={readOnly}
            onChange={(sourceRoles) => change({ sourceRoles })}
          />
          <Roles
            label={type.symmetric ? 'The other end may be' : 'May end at'}
            roles={type.targetRoles}
            isDisabled={readOnly}
            onChange={(targetRoles) => change({ targetRoles })}
          />
          <TagsJoined type={type} />
        </div>
      </div>
      <div className="codebook-foot">
        <span className="codebook-foot-uses">{countOf(type.uses, 'link')}</span>
        <Button icon={Trash2} look="quiet" isDisabled={readOnly} onPress={onDelete}>
          Delete link type…
        </Button>
      </div>
    </div>
  )
}

/** What the roles come to in this codebook. */
function TagsJoined({ type }: { type: LinkType }) {
  const tags = useWorkbench((state) => state.tags)
  const named = (roles: readonly Role[]) => {
    const fitting = tags.filter(({ role }) => roles.length === 0 || roles.includes(role))
    if (fitting.length === tags.length) return 'any tag'
    return fitting.length === 0 ? 'no tag of this codebook' : fitting.map(({ name }) => name).join(', ')
  }
  return (
    <p className="codebook-quiet">
      {named(type.sourceRoles)} <strong>{type.name}</strong> {named(type.targetRoles)}
    </p>
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
