import { writeFile } from '../../commands/save-file.ts'
import { showFailure } from '../../store/notices.ts'
import { closeDialog } from '../../store/screen.ts'
import { ReplaceFile } from './ReplaceFile.tsx'

/** Asks before a picture or a table is written over another file. */
export function ReplaceSaved({ path, content }: { path: string; content: string | Uint8Array<ArrayBuffer> }) {
  const replace = () => writeFile(path, content, true).catch(showFailure)
  return <ReplaceFile path={path} onCancel={closeDialog} onReplace={replace} />
}
