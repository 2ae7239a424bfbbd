export interface ChangePreviewProps {
  /** What is chosen, beside the heading. */
  of?: string
  sentences: readonly string[]
}

/** What a change would do, a sentence each, before it is made. */
export function ChangePreview({ of, sentences }: ChangePreviewProps) {
  return (
    <section className="change-preview" aria-label="What changes" aria-live="polite">
      <h3>What changes{of !== undefined && `: ${of}`}</h3>
      <ul>
        {sentences.map((words) => (
          <li key={words} dir="auto">
            {words}
          </li>
        ))}
      </ul>
      <p>One step: it can be undone.</p>
    </section>
  )
}
