const dayMs = 86_400_000

/** A day as one speaks of it: today, yesterday, a weekday of the last week, else the date. */
export function dayOf(iso: string, now: Date): string {
  const then = new Date(iso)
  const days = Math.round((startOfDay(now) - startOfDay(then)) / dayMs)
  if (days === 0) return 'Today'
  if (days === 1) return 'Yesterday'
  if (days > 1 && days < 7) return then.toLocaleDateString('en', { weekday: 'long' })
  return then.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
}

const startOfDay = (date: Date): number =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
