import { type KeyboardEvent, memo, useEffect, useMemo, useRef } from 'react'
import { useWorkbench } from '../../store/workbench.ts'
import { Chart } from './Chart.tsx'
import {
  annotatorChart,
  balanceChart,
  type Counts,
  documentBalanceChart,
  documentChart,
  linkTypeChart,
  openChart,
  speakerBalanceChart,
  speakerChart,
  statusChart,
  sums,
  tagChart,
} from './charts.ts'

/** It takes the keyboard when one comes back from what it counts. */
function Sum({ title, figure }: ReturnType<typeof sums>[number]) {
  const own = `sum ${title}`
  const isWayBack = useWorkbench((state) => state.overview.from === own)
  const button = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where one comes back to, and once
  useEffect(() => {
    if (isWayBack) button.current?.focus()
  }, [])
  return (
    <button
      ref={button}
      type="button"
      className="overview-sum"
      aria-label={`${title}: ${figure.count.toLocaleString('en')}`}
      onClick={() => figure.open(own)}
    >
      {figure.count.toLocaleString('en')}
    </button>
  )
}

/** Along the row; down into the first chart. */
function pressInSums(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.overview-sum')]
  const at = all.indexOf(event.target as HTMLElement)
  const moves: Record<string, HTMLElement | null | undefined> = {
    ArrowRight: all[at + 1],
    ArrowLeft: all[at - 1],
    Home: all[0],
    End: all.at(-1),
    ArrowDown: event.currentTarget.parentElement?.querySelector<HTMLElement>('[data-figure]'),
  }
  if (at < 0 || !(event.key in moves)) return
  moves[event.key]?.focus()
  event.preventDefault()
}

export interface NumbersProps {
  of: Counts
  /** Null until they are counted, which takes longest; then only the chart that has them is drawn again. */
  awaiting: number | null
}

/** All numbers: the sums, then what they are made of. */
export function Numbers({ of, awaiting }: NumbersProps) {
  const first = useMemo(() => [balanceChart(of), statusChart(of)], [of])
  const open = useMemo(() => openChart(of, awaiting), [of, awaiting])
  const others = useMemo(
    () => [
      linkTypeChart(of),
      tagChart(of),
      speakerBalanceChart(of),
      speakerChart(of),
      documentBalanceChart(of),
      documentChart(of),
      ...(of.counts.annotators.length > 1 ? [annotatorChart(of)] : []),
    ],
    [of],
  )
  return (
    <>
      <Sums of={of} />
      <div className="overview-charts">
        {[...first, open, ...others].map((data) => (
          <Chart key={data.id} data={data} />
        ))}
      </div>
    </>
  )
}

const Sums = memo(function Sums({ of }: Pick<NumbersProps, 'of'>) {
  return (
    <dl className="overview-sums" onKeyDown={pressInSums}>
      {sums(of).map(({ title, figure }) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>
            <Sum title={title} figure={figure} />
          </dd>
        </div>
      ))}
    </dl>
  )
})
