import { Download, Redo2, Undo2, Upload } from 'lucide-react'
import { useState } from 'react'
import type { CodebookFormat } from '../../../preload/contract/codebook.ts'
import { request } from '../../client.ts'
import {
  chooseCodebookFile,
  chooseCodebookTarget,
  type ReadCodebook,
  readCodebook,
  writeCodebook,
} from '../../commands/codebook-files.ts'
import { canRun, runCommand, titleOf } from '../../commands/registry.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { MenuButton, MenuItem } from '../../ui/Menu.tsx'
import { ReplaceFile } from '../writing/ReplaceFile.tsx'
import { Written } from '../writing/Written.tsx'
import { ImportCodebook } from './ImportCodebook.tsx'

type Asking =
  | { kind: 'import'; read: ReadCodebook }
  | { kind: 'replace'; format: CodebookFormat; path: string }
  | { kind: 'written'; path: string; changed: string[] }

/** Undo and redo at hand while the codebook is open, and the codebook alone as a file. */
export function CodebookFiles({ readOnly }: { readOnly: boolean }) {
  const state = useWorkbench((all) => all)
  const formats = useAnswer('formats', () => request('codebook.formats', undefined)) ?? []
  const [asking, setAsking] = useState<Asking | null>(null)

  const open = async () => {
    const path = await chooseCodebookFile()
    if (path !== null) setAsking({ kind: 'import', read: await readCodebook(path) })
  }
  const write = async (format: CodebookFormat, path: string, replace: boolean) => {
    setAsking({ kind: 'written', ...(await writeCodebook(format, path, replace)) })
  }
  const choose = async (format: CodebookFormat) => {
    const target = await chooseCodebookTarget(format)
    if (target?.exists) setAsking({ kind: 'replace', format, path: target.path })
    else if (target) await write(format, target.path, false)
  }
  return (
    <>
      <Button look="quiet" icon={Download} isDisabled={readOnly} onPress={() => open().catch(showFailure)}>
        Import…
      </Button>
      <MenuButton
        label="Export the codebook"
        placement="bottom end"
        trigger={
          <Button look="quiet" icon={Upload}>
            Export…
          </Button>
        }
      >
        {formats.map((format) => (
          <MenuItem key={format.name} onAction={() => choose(format).catch(showFailure)}>
            {format.title}
          </MenuItem>
        ))}
      </MenuButton>
      <IconButton
        icon={Undo2}
        label={titleOf('history.undo', state)}
        isDisabled={!canRun('history.undo', state)}
        onPress={() => runCommand('history.undo')}
      />
      <IconButton
        icon={Redo2}
        label={titleOf('history.redo', state)}
        isDisabled={!canRun('history.redo', state)}
        onPress={() => runCommand('history.redo')}
      />
      {asking?.kind === 'import' && <ImportCodebook read={asking.read} onEnd={() => setAsking(null)} />}
      {asking?.kind === 'replace' && (
        <ReplaceFile
          path={asking.path}
          onCancel={() => setAsking(null)}
          onReplace={() => write(asking.format, asking.path, true).catch(showFailure)}
        />
      )}
      {asking?.kind === 'written' && (
        <Written title="Codebook exported" path={asking.path} onClose={() => setAsking(null)}>
          {asking.changed.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Written>
      )}
    </>
  )
}
