import type { OpenDialog } from '../store/open-dialog.ts'
import { closeDialog } from '../store/screen.ts'
import { useWorkbench } from '../store/workbench.ts'
import { AboutDialog } from './about/AboutDialog.tsx'
import { GuideDialog } from './about/GuideDialog.tsx'
import { AnnotationImportDialog } from './annotations-import/AnnotationImportDialog.tsx'
import { AnnotationSetsDialog } from './annotations-import/AnnotationSetsDialog.tsx'
import { CueWordsDialog } from './answers/CueWordsDialog.tsx'
import { ChooseLinkType } from './choosing/ChooseLinkType.tsx'
import { ChooseSpeaker } from './choosing/ChooseSpeaker.tsx'
import { ChooseTag } from './choosing/ChooseTag.tsx'
import { ChooseTagOfHits } from './choosing/ChooseTagOfHits.tsx'
import { FindPassage } from './choosing/FindPassage.tsx'
import { GoToDocument } from './choosing/GoToDocument.tsx'
import { StateClaim } from './choosing/StateClaim.tsx'
import { MergeClaims } from './claims/MergeClaims.tsx'
import { NewClaim } from './claims/NewClaim.tsx'
import { SplitClaim } from './claims/SplitClaim.tsx'
import { CodebookDialog } from './codebook/CodebookDialog.tsx'
import { CopyDialog } from './confrontation/CopyDialog.tsx'
import { CompareDialog } from './copies/CompareDialog.tsx'
import { FilterColumnDialog } from './document-table/FilterColumnDialog.tsx'
import { RenameFieldDialog } from './document-table/RenameFieldDialog.tsx'
import { NewCollectionDialog, RenameCollectionDialog } from './documents/CollectionDialog.tsx'
import { DeleteDocumentsDialog } from './documents/DeleteDocumentsDialog.tsx'
import { DocumentDetailsDialog } from './documents/DocumentDetailsDialog.tsx'
import { OriginalDialog } from './documents/OriginalDialog.tsx'
import { ExportDialog } from './export/ExportDialog.tsx'
import { TagFound } from './finding/TagFound.tsx'
import { ImportReportDialog } from './import/ImportReportDialog.tsx'
import { ImportDeskDialog } from './import-desk/ImportDeskDialog.tsx'
import { AttributesOfChosen } from './inspector/AttributesOfChosen.tsx'
import { CommandPalette } from './palette/CommandPalette.tsx'
import { PreferencesDialog } from './preferences/PreferencesDialog.tsx'
import { PrintDialog } from './print/PrintDialog.tsx'
import { ProjectDialog } from './project/ProjectDialog.tsx'
import { SaveSearchDialog } from './search/SaveSearchDialog.tsx'
import { ShortcutSheet } from './shortcuts/ShortcutSheet.tsx'
import { MergeSpeakers } from './speakers/MergeSpeakers.tsx'
import { SplitSpeaker } from './speakers/SplitSpeaker.tsx'
import { SaveWorkList } from './work-lists/SaveWorkList.tsx'
import { ReplaceSaved } from './writing/ReplaceSaved.tsx'
import { Working } from './writing/Working.tsx'

/** The dialog that is open over the window, if any. */
export function Dialogs() {
  const dialog = useWorkbench((state) => state.dialog)
  const link = useWorkbench((state) => state.linkToType)
  if (!dialog) return null
  if (dialog.kind === 'choose-link-type') return link && <ChooseLinkType link={link} />
  return show(dialog)
}

function show(dialog: Exclude<OpenDialog, { kind: 'choose-link-type' }>) {
  switch (dialog.kind) {
    case 'palette':
      return <CommandPalette />
    case 'go-to-document':
      return <GoToDocument beside={dialog.beside} />
    case 'find-passage':
      return <FindPassage purpose={dialog.purpose} />
    case 'choose-tag':
      return <ChooseTag purpose={dialog.purpose} />
    case 'tag-hits':
      return <ChooseTagOfHits hits={dialog.hits} />
    case 'choose-speaker':
      return <ChooseSpeaker />
    case 'set-attribute':
      return <AttributesOfChosen />
    case 'state-claim':
      return <StateClaim annotationIds={dialog.annotationIds} />
    case 'new-claim':
      return <NewClaim annotationIds={dialog.annotationIds} words={dialog.words} onClose={closeDialog} />
    case 'confrontation-copy':
      return <CopyDialog onClose={closeDialog} />
    case 'merge-claims':
      return <MergeClaims ids={dialog.ids} onClose={closeDialog} />
    case 'split-claim':
      return <SplitClaim id={dialog.id} onClose={closeDialog} />
    case 'merge-speakers':
      return <MergeSpeakers ids={dialog.ids} onClose={closeDialog} />
    case 'split-speaker':
      return <SplitSpeaker id={dialog.id} onClose={closeDialog} />
    case 'tag-found':
      return <TagFound which={dialog.which} />
    case 'codebook':
      return <CodebookDialog onClose={closeDialog} />
    case 'cue-words':
      return <CueWordsDialog onClose={closeDialog} />
    case 'compare':
      return <CompareDialog ids={dialog.ids} onClose={closeDialog} />
    case 'export':
      return <ExportDialog documentIds={dialog.documentIds ?? []} onClose={closeDialog} />
    case 'import-annotations':
      return (
        <AnnotationImportDialog
          key={dialog.path}
          path={dialog.path}
          format={dialog.format}
          together={dialog.together}
          beside={dialog.beside}
          others={dialog.beside.length}
          onClose={(done) => {
            closeDialog()
            dialog.onDone(done)
          }}
        />
      )
    case 'import-annotation-sets':
      return (
        <AnnotationSetsDialog
          sets={dialog.sets}
          beside={dialog.beside}
          onClose={(done) => {
            closeDialog()
            dialog.onDone(done)
          }}
        />
      )
    case 'looking':
      return <Working title="Import files" task={dialog.task} doing="Looking at the files" />
    case 'import-desk':
      return <ImportDeskDialog />
    case 'import-report':
      return <ImportReportDialog report={dialog.report} />
    case 'document-details':
      return <DocumentDetailsDialog documentIds={dialog.documentIds} onClose={closeDialog} />
    case 'new-collection':
      return <NewCollectionDialog documentIds={dialog.documentIds} onClose={closeDialog} />
    case 'rename-collection':
      return <RenameCollectionDialog name={dialog.name} onClose={closeDialog} />
    case 'filter-column':
      return <FilterColumnDialog columnId={dialog.columnId} onClose={closeDialog} />
    case 'rename-field':
      return <RenameFieldDialog name={dialog.name} onClose={closeDialog} />
    case 'delete-documents':
      return <DeleteDocumentsDialog documentIds={dialog.documentIds} onClose={closeDialog} />
    case 'original':
      return <OriginalDialog documentId={dialog.documentId} onClose={closeDialog} />
    case 'save-work-list':
      return <SaveWorkList onClose={closeDialog} />
    case 'save-search':
      return <SaveSearchDialog onClose={closeDialog} />
    case 'replace-file':
      return <ReplaceSaved path={dialog.path} content={dialog.content} />
    case 'print':
      return <PrintDialog documentId={dialog.documentId} makes={dialog.makes} onClose={closeDialog} />
    case 'shortcuts':
      return <ShortcutSheet editing={dialog.editing ?? false} onClose={closeDialog} />
    case 'preferences':
      return <PreferencesDialog onClose={closeDialog} />
    case 'project':
      return <ProjectDialog onClose={closeDialog} />
    case 'guide':
      return <GuideDialog onClose={closeDialog} />
    case 'about':
      return <AboutDialog onClose={closeDialog} />
  }
}
