import { useId } from 'react'
import type { Comparison, Difference, Taking } from '../../../preload/contract/annotation-import.ts'
import { Checkbox } from '../../ui/Choices.tsx'
import { Notice } from '../../ui/Notice.tsx'

export interface DifferencesProps {
  comparison: Comparison
  taking: Taking
  onChange: (taking: Taking) => void
}

const parts = [
  { key: 'changed', title: 'Changed in the files', action: 'Take these changes' },
  { key: 'added', title: 'New in the files', action: 'Take these in' },
  { key: 'missing', title: 'Missing in the files', action: 'Delete these here' },
] as const

/** Work that comes back into its own project: what differs, and what of that is taken. */
export function Differences({ comparison, taking, onChange }: DifferencesProps) {
  const { counts } = comparison
  if (counts.changed + counts.added + counts.missing === 0) {
    return <p>This came from this project, and nothing in it has changed.</p>
  }
  const isOpen = comparison.changed.some(({ fields }) => fields.some(({ alsoHere }) => alsoHere === null))
  return (
    <>
      {isOpen && (
        <Notice tone="note">
          These files do not tell what was changed here since they were written: a change that is taken puts
          their value in the place of yours.
        </Notice>
      )}
      {parts
        .filter(({ key }) => counts[key] > 0)
        .map(({ key, title, action }) => (
          <Part
            key={key}
            title={`${title}: ${counts[key].toLocaleString('en')}`}
            action={action}
            list={comparison[key]}
            more={counts[key] - comparison[key].length}
            isTaken={taking[key]}
            onTake={(isTaken) => onChange({ ...taking, [key]: isTaken })}
            {...(key !== 'added' && {
              except: taking.except,
              onExcept: (except: string[]) => onChange({ ...taking, except }),
            })}
          />
        ))}
    </>
  )
}

interface PartProps {
  title: string
  action: string
  list: readonly Difference[]
  /** How many are not in the list. */
  more: number
  isTaken: boolean
  onTake: (isTaken: boolean) => void
  /** Keys of those that stay as they are; without it all or none are taken. */
  except?: readonly string[]
  onExcept?: (except: string[]) => void
}

function Part({ title, action, list, more, isTaken, onTake, except = [], onExcept }: PartProps) {
  return (
    <section aria-label={title} className="annotations-import-differences">
      <h3>{title}</h3>
      <Checkbox isSelected={isTaken} onChange={onTake}>
        {action}
      </Checkbox>
      <ul>
        {list.map((one) => (
          <li key={one.key}>
            {onExcept ? (
              <Choosable
                one={one}
                isTaken={isTaken && !except.includes(one.key)}
                isDisabled={!isTaken}
                onTake={(take) =>
                  onExcept(take ? except.filter((key) => key !== one.key) : [...except, one.key])
                }
              />
            ) : (
              <Heading one={one} />
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p>And {more.toLocaleString('en')} more, which go the same way.</p>}
    </section>
  )
}

interface ChoosableProps {
  one: Difference
  isTaken: boolean
  isDisabled: boolean
  onTake: (take: boolean) => void
}

function Choosable({ one, isTaken, isDisabled, onTake }: ChoosableProps) {
  const changes = useId()
  return (
    <>
      <Checkbox
        isSelected={isTaken}
        isDisabled={isDisabled}
        onChange={onTake}
        {...(one.fields.length > 0 && { 'aria-describedby': changes })}
      >
        <Heading one={one} />
      </Checkbox>
      {one.fields.length > 0 && (
        <dl id={changes} className="selectable">
          {one.fields.map(({ field, here, there, alsoHere }) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>
                {here} → {there}
                {alsoHere && <em> You have changed this too.</em>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

function Heading({ one: { name, where, isCertain } }: { one: Difference }) {
  return (
    <>
      <span className="annotations-import-name">{name}</span> {where}
      {!isCertain && <span className="annotations-import-uses"> It may be younger than the files.</span>}
    </>
  )
}
