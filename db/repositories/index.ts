import type { Database } from 'better-sqlite3'
import { annotatedInStepRepository } from './annotated-in-step.ts'
import { annotationColumnsRepository } from './annotation-columns.ts'
import { annotationHitRepository } from './annotation-hits.ts'
import { annotationRepository } from './annotations.ts'
import { annotatorRepository } from './annotators.ts'
import { argumentColumnsRepository } from './argument-columns.ts'
import { claimHistoryRepository } from './claim-history.ts'
import { claimLinkRepository } from './claim-links.ts'
import { claimRepository } from './claims.ts'
import { cueListRepository } from './cue-lists.ts'
import { datasetRepository } from './dataset.ts'
import { dismissedCopyRepository } from './dismissed-copies.ts'
import { documentHeadRepository } from './document-heads.ts'
import { documentRepository } from './documents.ts'
import { intendedFindingRepository } from './intended-findings.ts'
import { judgedAnswerRepository } from './judged-answers.ts'
import { linkTypeRepository } from './link-types.ts'
import { linkRepository } from './links.ts'
import { marginRepository } from './margin.ts'
import { memoRepository } from './memos.ts'
import { outdatedAnnotationRepository } from './outdated-annotations.ts'
import { projectRepository } from './project.ts'
import { revisionRepository } from './revisions.ts'
import { savedListRepository } from './saved-lists.ts'
import { savedSearchRepository } from './saved-searches.ts'
import { searchTextRepository } from './search-texts.ts'
import { searchedSpanRepository } from './searched-spans.ts'
import { soughtAnnotationRepository } from './sought-annotations.ts'
import { speakerPassageRepository } from './speaker-passages.ts'
import { speakerTurnRepository } from './speaker-turns.ts'
import { speakerRepository } from './speakers.ts'
import { statsRepository } from './stats.ts'
import { tagUseRepository } from './tag-uses.ts'
import { tagVersionRepository } from './tag-versions.ts'
import { tagRepository } from './tags.ts'
import { toldApartRepository } from './told-apart.ts'
import { wordingRepository } from './wordings.ts'

export type Repositories = ReturnType<typeof createRepositories>

/** All that is in an open project, one repository for each noun. They begin no transaction. */
export function createRepositories(database: Database) {
  const revisions = revisionRepository(database)
  const documents = documentRepository(database, revisions)
  const linkTypes = linkTypeRepository(database)
  const speakerTurns = speakerTurnRepository(database)
  return {
    project: projectRepository(database),
    annotators: annotatorRepository(database),
    speakers: speakerRepository(database),
    speakerPassages: speakerPassageRepository(database),
    toldApart: toldApartRepository(database),
    tags: tagRepository(database),
    tagUses: tagUseRepository(database),
    tagVersions: tagVersionRepository(database),
    linkTypes,
    revisions,
    documents,
    documentHeads: documentHeadRepository(database),
    annotatedInStep: annotatedInStepRepository(database),
    claims: claimRepository(database),
    claimLinks: claimLinkRepository(database, linkTypes),
    claimHistory: claimHistoryRepository(database),
    annotations: annotationRepository(database, documents),
    annotationColumns: annotationColumnsRepository(database),
    annotationHits: annotationHitRepository(database, speakerTurns),
    argumentColumns: argumentColumnsRepository(database),
    savedLists: savedListRepository(database),
    savedSearches: savedSearchRepository(database),
    searchTexts: searchTextRepository(database),
    speakerTurns,
    searchedSpans: searchedSpanRepository(database),
    soughtAnnotations: soughtAnnotationRepository(database),
    outdatedAnnotations: outdatedAnnotationRepository(database),
    intendedFindings: intendedFindingRepository(database),
    judgedAnswers: judgedAnswerRepository(database),
    dismissedCopies: dismissedCopyRepository(database),
    cueLists: cueListRepository(database),
    links: linkRepository(database),
    margin: marginRepository(database),
    memos: memoRepository(database),
    dataset: datasetRepository(database),
    wordings: wordingRepository(database),
    stats: statsRepository(database, documents),
  }
}
