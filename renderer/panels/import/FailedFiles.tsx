import { TriangleAlert } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ImportedFile } from '../../../preload/contract/document.ts'
import { copyRows } from '../../commands/copy-rows.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Part } from './Part.tsx'

/** So many names stand under one reason until all are asked for. */
const fewNames = 12

/** What could not be imported and why: files with the same reason together, the reason once. */
export function FailedFiles({ files }: { files: readonly ImportedFile[] }) {
  const reasons = useMemo(() => [...Map.groupBy(files, ({ problem }) => problem)], [files])
  const copy = () => {
    const rows = reasons.flatMap(([problem, same]) => same.map(({ name }) => [name, problem]))
    copyRows([['File', 'Why'], ...rows], 'table').catch(showFailure)
  }
  return (
    <Part
      tone="failed"
      icon={TriangleAlert}
      title={`${countOf(files.length, 'file')} could not be imported`}
      entries={reasons}
      keyOf={([problem]) => problem}
      action={<Button onPress={copy}>Copy list</Button>}
    >
      {([problem, same]) => <Reason problem={problem} files={same} />}
    </Part>
  )
}

function Reason({ problem, files }: { problem: string; files: readonly ImportedFile[] }) {
  const [all, setAll] = useState(false)
  const shown = all || files.length <= fewNames + 1 ? files : files.slice(0, fewNames)
  const more = files.length - shown.length
  return (
    <>
      {shown.map(({ path, name }) => (
        <p key={path} className="import-file" dir="auto">
          {name}
        </p>
      ))}
      {more > 0 && (
        <Button look="quiet" onPress={() => setAll(true)}>
          {`Show ${countOf(more, 'more file')}`}
        </Button>
      )}
      <p className="import-words">{problem}</p>
    </>
  )
}
