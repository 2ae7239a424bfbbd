import { useEffect, useState } from 'react'
import type { Tag, TagVersion } from '../../../preload/contract/tag.ts'
import { request } from '../../client.ts'
import { confirmAll, lookAtOutdatedOf } from '../../commands/outdated.ts'
import { countOf } from '../../store/counting.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { showFailure } from '../../store/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { changesBetween } from './version-changes.ts'
import { WordDiff } from './WordDiff.tsx'

/** How a tag’s meaning came about: what each version changed, and which annotations are older than the present one. */
export function TagVersions({ tag, readOnly }: { tag: Tag; readOnly: boolean }) {
  const versions = useVersions(tag)
  const [isOpen, setOpen] = useState(false)
  if (tag.version === 1) return null
  const shown = isOpen ? versions : versions.slice(0, 1)
  return (
    <section className="codebook-versions" aria-label="Versions">
      <h3 className="ui-field-label">Version {tag.version} of its meaning</h3>
      {tag.outdated > 0 && (
        <Notice tone="warning">
          <p>{countOf(tag.outdated, 'annotation')} made under an older definition.</p>
          <p className="codebook-version-actions">
            <Button look="quiet" onPress={() => lookAtOutdatedOf(tag.id).catch(showFailure)}>
              Look at {tag.outdated === 1 ? 'it' : 'them'}
            </Button>
            <Button look="quiet" isDisabled={readOnly} onPress={() => confirmAll(tag.id).catch(showFailure)}>
              All still right
            </Button>
          </p>
        </Notice>
      )}
      <ol className="codebook-version-list">
        {shown.map((version, index) => (
          <VersionChanges key={version.number} before={version} after={versions[index - 1] ?? tag} />
        ))}
      </ol>
      {versions.length > 1 && (
        <Button look="quiet" onPress={() => setOpen(!isOpen)}>
          {isOpen ? 'Only the last change' : `All ${versions.length} changes`}
        </Button>
      )}
    </section>
  )
}

/** What the version after changed. */
function VersionChanges({ before, after }: { before: TagVersion; after: Tag | TagVersion }) {
  return (
    <li className="codebook-version">
      <p className="codebook-version-head">
        Changed since version {before.number}
        <span className="codebook-quiet">
          {' '}
          {[before.who, dateInWords(before.until.slice(0, 10)), countOf(before.annotations, 'annotation')]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <dl className="codebook-version-fields">
        {changesBetween(before, after).map(({ field, from, to }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd dir="auto">
              <WordDiff before={from} after={to} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

/** Asked again whenever the tag has changed; the latest first. */
function useVersions(tag: Tag): TagVersion[] {
  const [versions, setVersions] = useState<TagVersion[]>([])
  useEffect(() => {
    let wanted = true
    request('tag.versions', { id: tag.id })
      .then((all) => wanted && setVersions(all))
      .catch(showFailure)
    return () => {
      wanted = false
    }
  }, [tag])
  return versions
}
