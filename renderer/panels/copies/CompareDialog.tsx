import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import type { Annotation } from '../../../preload/contract/annotation.ts'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { showFailure } from '../../store/notices.ts'
import { goToAnnotation } from '../../store/places.ts'
import { withDots } from '../../store/with-dots.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { ComparedWords } from './ComparedWords.tsx'
import { quotingLast } from './quoting-last.ts'
import { toldApart } from './told-apart.ts'
import { Verdict } from './Verdict.tsx'
import './compare-dialog.css'

export interface CompareDialogProps {
  /** Two annotations or more, of which two are compared at a time. */
  ids: AnnotationId[]
  onClose: () => void
}

/** Two passages word by word: what one has of the other, leaves out and puts in. */
export function CompareDialog({ ids, onClose }: CompareDialogProps) {
  const annotations = useAnswer(ids.join(' '), () =>
    Promise.all(ids.map((id) => request('annotation.get', { id }))),
  )
  return (
    <Dialog
      title="Compare word by word"
      description="Case, accents, punctuation and quotation marks are no difference."
      width="large"
      isOnlyRead
      onClose={onClose}
    >
      {annotations && <Comparison annotations={annotations} onClose={onClose} />}
    </Dialog>
  )
}

function Comparison({ annotations, onClose }: { annotations: readonly Annotation[]; onClose: () => void }) {
  const documents = useWorkbench((state) => state.documents)
  const dateOf = ({ documentId }: Annotation) => documents.find(({ id }) => id === documentId)?.date ?? ''
  const [pair, setPair] = useState(() => quotingLast(annotations, dateOf))
  const [source, other] = pair.map((id) => annotations.find((one) => one.id === id)!) as [
    Annotation,
    Annotation,
  ]
  const compared = useAnswer(pair.join(' '), () =>
    request('copy.compare', { source: { annotation: source.id }, other: { annotation: other.id } }),
  )
  const choose = (at: 0 | 1) => (id: AnnotationId) => {
    const [first, second] = pair
    if (id === pair[1 - at]) setPair([second, first])
    else setPair(at === 0 ? [id, second] : [first, id])
  }
  const open = ({ id, documentId }: Annotation) => {
    onClose()
    goToAnnotation(id, documentId).catch(showFailure)
  }
  return (
    <div className="compare" data-busy={!compared || undefined}>
      <Side
        title="The source"
        annotations={annotations}
        annotation={source}
        onChoose={choose(0)}
        onOpen={() => open(source)}
      />
      <q className="compare-words" dir="auto">
        {source.quote.join(' … ')}
      </q>
      <div className="compare-between">
        {compared && <Verdict compared={compared} />}
        <Button look="quiet" icon={ArrowLeftRight} onPress={() => setPair([pair[1], pair[0]])}>
          The other way round
        </Button>
      </div>
      <Side
        title="Compared with it"
        annotations={annotations}
        annotation={other}
        onChoose={choose(1)}
        onOpen={() => open(other)}
      />
      <div className="compare-words" aria-live="polite">
        {compared && <ComparedWords parts={compared.parts} />}
      </div>
      {compared?.isQuoted && (
        <p className="compare-note">Only what stands between its quotation marks is compared.</p>
      )}
    </div>
  )
}

interface SideProps {
  title: string
  annotations: readonly Annotation[]
  annotation: Annotation
  onChoose: (id: AnnotationId) => void
  onOpen: () => void
}

function Side({ title, annotations, annotation, onChoose, onOpen }: SideProps) {
  const documents = useWorkbench((state) => state.documents)
  const speakers = useWorkbench((state) => state.speakers)
  const whereOf = ({ documentId, speakerId }: Annotation) => {
    const document = documents.find(({ id }) => id === documentId)
    const speaker = speakers.find(({ id }) => id === speakerId)?.name
    return withDots([speaker, document?.title, dateInWords(document?.date ?? '')])
  }
  const names = toldApart(annotations.map((one) => ({ where: whereOf(one), quote: one.quote.join(' … ') })))
  return (
    <div className="compare-side">
      <h3>{title}</h3>
      {annotations.length > 2 ? (
        <Select
          aria-label={title}
          choices={annotations.map((one, at) => ({
            id: one.id,
            title: names[at] ?? whereOf(one),
            description: one.quote.join(' … '),
          }))}
          value={annotation.id}
          onChange={onChoose}
        />
      ) : (
        <span className="compare-where" dir="auto">
          {names[annotations.indexOf(annotation)]}
        </span>
      )}
      <Button look="quiet" onPress={onOpen}>
        Open
      </Button>
    </div>
  )
}
