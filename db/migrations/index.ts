import { project } from './0001-project.ts'
import { wordCount } from './0002-word-count.ts'
import { tagVersion } from './0003-tag-version.ts'
import { answers } from './0004-answers.ts'
import { savedSearch } from './0005-saved-search.ts'
import { claimHistory } from './0006-claim-history.ts'
import { toldApart } from './0007-told-apart.ts'
import { savedList } from './0008-saved-list.ts'
import { dismissedCopy } from './0009-dismissed-copy.ts'
import { intendedFinding } from './0010-intended-finding.ts'
import { importRemark } from './0011-import-remark.ts'
import type { Migration } from './migration.ts'

/** In order of version, without a gap. */
export const migrations: readonly Migration[] = [
  project,
  wordCount,
  tagVersion,
  answers,
  savedSearch,
  claimHistory,
  toldApart,
  savedList,
  dismissedCopy,
  intendedFinding,
  importRemark,
]

/** The version of the file format that this program writes. */
export const latestVersion = migrations.length
