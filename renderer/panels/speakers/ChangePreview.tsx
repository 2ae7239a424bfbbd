/** What a change would do, a sentence each, before it is made. */
export function ChangePreview({ sentences }: { sentences: readonly string[] }) {
  return (
    <section className="claims-preview" aria-label="What changes" aria-live="polite">
      <h3>What changes</h3>
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
