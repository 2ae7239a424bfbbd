import { useEffect } from 'react'
import { dismissNotice } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { NoticeRegion } from '../../ui/Notice.tsx'

const doneForMs = 7000

/** Failures stay until dismissed; what was done goes by itself. */
export function Notices() {
  const notices = useWorkbench((state) => state.notices)
  const oldest = notices.find((notice) => notice.tone === 'done')?.id

  useEffect(() => {
    if (oldest === undefined) return
    const timer = setTimeout(() => dismissNotice(oldest), doneForMs)
    return () => clearTimeout(timer)
  }, [oldest])

  return (
    <NoticeRegion
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
