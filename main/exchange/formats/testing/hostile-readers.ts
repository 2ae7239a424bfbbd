import { parentPort, workerData } from 'node:worker_threads'
import { Failure } from '../../../../preload/contract/failure.ts'
import { restored } from '../../sidecar/restore.ts'
import { filesOnDisk } from '../../source/on-disk.ts'
import { sourceFiles } from '../../source/source-files.ts'
import { unpacked } from '../../source/zip-files.ts'
import { annotationFormats } from '../index.ts'

/** What a reader did with files that mean it harm. */
export interface Tried {
  path: string
  format: string
  isRecognised: boolean
  /** Whether anything was found. */
  isRead: boolean
  /** Why not, in a sentence; '' where it was read. */
  refusal: string
  /** What no reader may throw; '' for nothing. */
  crash: string
  ms: number
}

/** Offers each path to each reader, in a thread whose memory is limited by whoever starts it. */
for (const path of workerData as string[]) {
  for (const { name, reader } of annotationFormats) {
    if (!reader) continue
    const tried: Tried = {
      ...{ path, format: name, isRecognised: false, isRead: false, refusal: '', crash: '', ms: 0 },
    }
    const begun = performance.now()
    let close = async (): Promise<void> => {}
    try {
      const files = await filesOnDisk(path)
      close = files.close
      const source = await unpacked(sourceFiles(files))
      tried.isRecognised = await reader.recognises(source)
      const incoming = await reader.read(source, { signal: undefined, progress: () => {} })
      const { documents, annotations, claims } = restored(name, incoming, null)
      tried.isRead = documents.length + annotations.length + claims.length > 0
    } catch (error) {
      if (error instanceof Failure && error.code === 'unreadable') tried.refusal = error.message
      else tried.crash = error instanceof Error ? (error.stack ?? error.message) : String(error)
    }
    await close()
    tried.ms = performance.now() - begun
    parentPort!.postMessage(tried)
  }
}
