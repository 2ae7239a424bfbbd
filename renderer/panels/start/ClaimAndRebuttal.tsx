import { tagColor } from '../../ui/Tag.tsx'

/** What the program is for, in one picture: two passages of the sample project, and the link between them. */
export function ClaimAndRebuttal() {
  return (
    <figure
      className="start-figure"
      aria-label="A claim in one document, and the passage of another that rebuts it"
    >
      <blockquote className="start-quote tag-colored" style={tagColor('#2563eb')}>
        <p>
          But the measurements are plain: <mark>going round costs a driver less than four minutes.</mark>
        </p>
        <footer>
          <b>Claim</b> in the council’s statement
        </footer>
      </blockquote>
      <svg aria-hidden className="start-thread" viewBox="0 0 120 72" preserveAspectRatio="none">
        <path d="M20 0C20 44 100 28 100 72" />
      </svg>
      <p className="start-link-type">rebuts</p>
      <blockquote className="start-quote tag-colored" style={tagColor('#c1272d')}>
        <p>
          In January our members wrote down 212 trips:{' '}
          <mark>the way round took nine minutes longer on average</mark>…
        </p>
        <footer>
          <b>Rebuttal</b> in the merchants’ answer
        </footer>
      </blockquote>
    </figure>
  )
}
