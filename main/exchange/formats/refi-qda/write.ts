import { strToU8 } from 'fflate'
import type { Kind } from '../../../../db/repositories/dataset.ts'
import { mustFitZip, writeZip, type ZipEntry } from '../../../zip/write-zip.ts'
import type { Dataset } from '../../dataset.ts'
import { mustGoOn } from '../../target.ts'
import type { WritingOptions } from '../../writing-options.ts'
import type { WrittenFiles } from '../annotation-format.ts'
import { linkTypeId } from './link-type-id.ts'
import { ProjectXml } from './project-xml.ts'

/** A .qdpx: `project.qde` and each text in `sources/`, in UTF-8 with LF and without a byte order mark. */
export async function writeQdpx(
  dataset: Dataset,
  path: string,
  { signal, progress }: WritingOptions,
): Promise<WrittenFiles> {
  const { documents, annotations, claims, links, memos } = dataset
  mustFitZip(documents.length + 1)
  const of = [documents, annotations, claims, links, memos].reduce((sum, list) => sum + list.length, 1)
  let done = 0
  const advance = (count: number): void => {
    done += count
    if (done % 1000 !== 0) return
    mustGoOn(signal)
    progress(Math.min(done, of), of)
  }
  const project = new ProjectXml(dataset)
  await writeZip(path, entries())
  progress(of, of)
  return { files: [''], readAs: readAs(dataset, project) }

  function* entries(): Generator<ZipEntry> {
    yield { name: 'project.qde', pieces: project.pieces(advance) }
    for (const document of documents) {
      mustGoOn(signal)
      yield { name: `sources/${project.sourceFile(document)}`, pieces: [textFile(dataset, document.id)] }
      advance(1)
    }
  }
}

function textFile({ textOf }: Dataset, id: string): Uint8Array {
  const { text } = textOf(id)
  // What is first would be taken for a byte order mark and not be counted; as a second one it stays.
  return strToU8(text.startsWith('\ufeff') ? `\ufeff${text}` : text)
}

/** What has a GUID for its id already is the same again. */
function readAs(dataset: Dataset, project: ProjectXml): WrittenFiles['readAs'] {
  const all = new Map<Kind, ReadonlyMap<string, readonly string[]>>()
  const put = <T extends { id: string }>(
    kind: Kind,
    records: readonly T[],
    idsOf: (record: T) => readonly string[] = ({ id }) => [project.guids.of(kind, id)],
  ): void => {
    const changed = new Map<string, readonly string[]>()
    for (const record of records) {
      const ids = idsOf(record)
      if (ids.length !== 1 || ids[0] !== record.id) changed.set(record.id, ids)
    }
    if (changed.size > 0) all.set(kind, changed)
  }
  put('annotator', dataset.annotators)
  put('tag', dataset.tags)
  put('document', dataset.documents)
  put('annotation', dataset.annotations, (annotation) => project.passagesOf(annotation))
  put('speaker', dataset.speakers)
  put('claim', dataset.claims)
  put('link', dataset.links)
  put('memo', dataset.memos)
  put('link_type', dataset.linkTypes, (type) => [linkTypeId(type)])
  return all
}
