import { Info } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ImportedFile } from '../../../preload/contract/document.ts'
import { countOf } from '../../store/counting.ts'
import { Button } from '../../ui/Button.tsx'
import { Part } from './Part.tsx'
import { remarksOf } from './remarks.ts'

export interface RemarksProps {
  files: readonly ImportedFile[]
  onOpen: (file: ImportedFile) => void
}

/** What there is to know of files that came in: what many of them share once, the rest file by file. */
export function Remarks({ files, onOpen }: RemarksProps) {
  const remarks = useMemo(() => remarksOf(files), [files])
  return (
    <Part
      tone="noted"
      icon={Info}
      title={`${countOf(files.length, 'file')} imported with remarks`}
      entries={remarks}
      keyOf={(remark) => ('file' in remark ? remark.file.path : `of many: ${remark.note}`)}
    >
      {(remark) =>
        'file' in remark ? (
          <FileLine file={remark.file} notes={remark.notes} onOpen={onOpen} />
        ) : (
          <>
            <p className="import-words">{remark.note}</p>
            <Files files={remark.files} onOpen={onOpen} />
          </>
        )
      }
    </Part>
  )
}

/** Drawn once somebody wants to see them: there may be hundreds. */
function Files({ files, onOpen }: RemarksProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{countOf(files.length, 'file')}</summary>
      {isOpen && files.map((file) => <FileLine key={file.path} file={file} notes={[]} onOpen={onOpen} />)}
    </details>
  )
}

interface FileLineProps {
  file: ImportedFile
  notes: readonly string[]
  onOpen: (file: ImportedFile) => void
}

function FileLine({ file, notes, onOpen }: FileLineProps) {
  return (
    <div className="import-noted">
      <div>
        <p className="import-file" dir="auto">
          {file.name}
        </p>
        {notes.map((note) => (
          <p key={note} className="import-words">
            {note}
          </p>
        ))}
      </div>
      {file.documentIds.length > 0 && (
        <Button look="quiet" onPress={() => onOpen(file)} aria-label={`Open ${file.name}`}>
          Open
        </Button>
      )}
    </div>
  )
}
