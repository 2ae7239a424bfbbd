import { Columns2, GitCompare, GitFork, Link2, MessageCircleReply, Network, Trash2 } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { ClaimCard } from '../../../preload/contract/claim.ts'
import type { ClaimId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { showMapOf } from '../../commands/argument-map.ts'
import { changeClaim, deleteClaims } from '../../commands/claims.ts'
import { compare } from '../../commands/copies.ts'
import { useKey } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { changeClaimsView, shownClaims } from '../../store/argument/claims.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { useCommits } from '../../store/commits.ts'
import { countOf } from '../../store/counting.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { showFailure } from '../../store/notices.ts'
import { showDialog } from '../../store/screen.ts'
import { withDots } from '../../store/with-dots.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { survivorNextTo } from '../../ui/current-row.ts'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { KeptField } from '../inspector/KeptField.tsx'
import { focusRow, pressInCard } from '../middle/card-rows.ts'
import { ClaimHistory } from './ClaimHistory.tsx'
import { ClaimLinks } from './ClaimLinks.tsx'
import { ClaimMemos } from './ClaimMemos.tsx'
import { ClaimMentions } from './ClaimMentions.tsx'
import { ClaimStatement } from './ClaimStatement.tsx'

/** All that is known of one claim. Every entry opens its passage; the arrows go from one to the next. */
export function ClaimCardView({ id }: { id: ClaimId }) {
  const card = useCard(id)
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  const article = useRef<HTMLElement>(null)
  useWayBack(article, card !== undefined)
  if (!card) return <article ref={article} className="middle-card claim-card" data-busy />
  const { claim, mentions, links, memos, history } = card
  const keepNote = (note: string) => changeClaim(id, { note }).catch(showFailure)
  return (
    <article
      ref={article}
      className="middle-card claim-card"
      aria-label={`Claim: ${claim.statement}`}
      tabIndex={-1}
      onKeyDown={(event) => pressInCard(event, '.claim-statement textarea')}
    >
      <div className="claim-card-inner">
        <ClaimStatement key={claim.statement} claim={claim} isDisabled={readOnly} />
        <p className="claim-facts">{withDots(factsOf(card))}</p>
        <CardButtons card={card} isDisabled={readOnly} />
        {mentions.length === 0 && (
          <p className="claim-implicit">
            Implicit: no passage states it. On a passage that does, press <KeyOfState />.
          </p>
        )}
        <Section title="Stands against it" count={links.filter(({ stance }) => stance === 'against').length}>
          <ClaimLinks card={card} stance="against" none="Nothing stands against it yet." />
        </Section>
        <Section title="Supports it" count={links.filter(({ stance }) => stance === 'for').length}>
          <ClaimLinks card={card} stance="for" none="Nothing supports it yet." />
        </Section>
        {links.some(({ stance }) => stance === 'other') && (
          <Section title="Other links" count={links.filter(({ stance }) => stance === 'other').length}>
            <ClaimLinks card={card} stance="other" none="" />
          </Section>
        )}
        {mentions.length > 0 && (
          <Section title="Mentions" count={mentions.length}>
            <ClaimMentions mentions={mentions} />
          </Section>
        )}
        <Section title="Note and memos" count={memos.length}>
          <KeptField
            label="Note on this claim"
            lines={2}
            value={claim.note}
            isDisabled={readOnly}
            keep={keepNote}
            onEscape={() => article.current?.focus()}
          />
          <ClaimMemos
            about={{ claim: id }}
            placeholder="A memo on this claim"
            memos={memos}
            isDisabled={readOnly}
          />
        </Section>
        <Section title="History" count={history.length}>
          <ClaimHistory events={history} />
        </Section>
      </div>
    </article>
  )
}

function factsOf({ claim, mentions, answered }: ClaimCard): string[] {
  const first = mentions.find(({ documentDate }) => documentDate !== '')?.documentDate
  const documents = new Set(mentions.map(({ documentId }) => documentId)).size
  return [
    mentions.length === 0
      ? 'No mention'
      : `${countOf(mentions.length, 'mention')} in ${countOf(documents, 'document')}`,
    ...(first === undefined ? [] : [`first stated ${dateInWords(first)}`]),
    answered ? 'answered' : 'not answered',
    `made ${dateInWords(claim.created)}`,
  ]
}

function CardButtons({ card: { claim, mentions }, isDisabled }: { card: ClaimCard; isDisabled: boolean }) {
  const pending = useWorkbench((state) => state.pending !== null)
  const key = useKey('link.start')
  const answersKey = useKey('answer.candidates')
  const confrontKey = useKey('claim.confront')
  const confront = () => {
    changeClaimsView({ current: claim.id })
    runCommand('claim.confront')
  }
  const lookForAnswers = () => {
    changeClaimsView({ current: claim.id })
    runCommand('answer.candidates')
  }
  return (
    <div className="claim-buttons">
      <Button icon={Link2} isDisabled={isDisabled} onPress={() => runCommand('link.start')}>
        {pending ? 'End the link here' : 'Link from here'}
        {key && <Shortcut keys={key} />}
      </Button>
      <Button icon={MessageCircleReply} onPress={lookForAnswers}>
        Candidate answers
        {answersKey && <Shortcut keys={answersKey} />}
      </Button>
      <Button icon={Columns2} onPress={confront}>
        Confront
        {confrontKey && <Shortcut keys={confrontKey} />}
      </Button>
      <Button
        icon={GitCompare}
        isDisabled={mentions.length < 2}
        onPress={() => compare(mentions.map((mention) => mention.id))}
      >
        Compare wordings
      </Button>
      <Button icon={Network} onPress={() => showMapOf([claim.id])}>
        Map
      </Button>
      <Button
        icon={GitFork}
        isDisabled={isDisabled || mentions.length === 0}
        onPress={() => showDialog({ kind: 'split-claim', id: claim.id })}
      >
        Split…
      </Button>
      <IconButton
        icon={Trash2}
        label="Delete this claim"
        isDisabled={isDisabled}
        onPress={() => deleteThis(claim.id).catch(showFailure)}
      />
    </div>
  )
}

/** The list goes on at the claim next to it. */
function deleteThis(id: ClaimId): Promise<void> {
  const { claims, claimsView } = workbench.getState()
  const next = survivorNextTo(shownClaims(claims, claimsView), id, new Set<number>([id]))
  return deleteClaims([id], next?.id ?? null)
}

function Section({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <section className="claim-section" aria-label={title}>
      <h2>
        {title} {count > 0 && <span className="claim-count">{count.toLocaleString('en')}</span>}
      </h2>
      {children}
    </section>
  )
}

function KeyOfState() {
  const key = useKey('claim.state')
  return key === undefined ? 'its command' : <Shortcut keys={key} />
}

/** The card as it is after every commit; the one before stays until the next has come. */
function useCard(id: ClaimId): ClaimCard | undefined {
  const commit = useCommits()
  return useAnswer(`${id} ${commit}`, () => request('claim.card', { id }))
}

/** Brings the keyboard back to the entry from which one had gone to its passage. */
function useWayBack(article: { current: HTMLElement | null }, isThere: boolean): void {
  useEffect(() => {
    const { row } = workbench.getState().claimsView
    if (!isThere || row === '') return
    focusRow(article.current, row)
  }, [article, isThere])
}
