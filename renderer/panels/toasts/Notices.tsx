import { useEffect, useRef } from 'react'
import { dismissNotice } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { NoticeRegion } from '../../ui/Notice.tsx'

const doneForMs = 7000
const heldForMs = 1500

/** Failures stay until dismissed; what was done goes by itself, but not while it is pointed at or in focus. */
export function Notices() {
  const notices = useWorkbench((state) => state.notices)
  const region = useRef<HTMLElement>(null)
  const oldest = notices.find((notice) => notice.tone === 'done')?.id

  useEffect(() => {
    if (oldest === undefined) return
    const isHeld = () => region.current?.matches(':hover, :focus-within') ?? false
    const end = () => {
      if (isHeld()) timer = setTimeout(end, heldForMs)
      else dismissNotice(oldest)
    }
    let timer = setTimeout(end, doneForMs)
    return () => clearTimeout(timer)
  }, [oldest])

  return (
    <NoticeRegion
      ref={region}
      label="Messages"
      notices={notices.map(({ id, tone, words }) => ({
        id,
        tone,
        content: words,
        onDismiss: () => dismissNotice(id),
      }))}
    />
  )
}
