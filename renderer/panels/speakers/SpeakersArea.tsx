import { useWorkbench } from '../../store/workbench.ts'
import { SpeakerRegister } from './SpeakerRegister.tsx'
import { SpeakersBar } from './SpeakersBar.tsx'
import { WhoAnswersWhom } from './WhoAnswersWhom.tsx'
import '../claims/claims.css'
import './speakers.css'

/** Who speaks in the texts, and who answers whom. */
export function SpeakersArea() {
  const tab = useWorkbench((state) => state.speakersView.tab)
  return (
    <section className="middle speakers" data-area="speakers" tabIndex={-1} aria-label="Speakers">
      <SpeakersBar />
      {tab === 'register' ? <SpeakerRegister /> : <WhoAnswersWhom />}
    </section>
  )
}
