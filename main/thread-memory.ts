/**
 * V8 ends a thread whose heap is full; but where that comes in the middle of one step, as `JSON.parse` is one, it ends
 * the whole process. So the growth of the process is watched, a thread is ended before its heap is full, and the heap
 * may be larger than what is allowed by what comes between two looks.
 */
export const heapFor = (memoryMb: number) => ({ maxOldGenerationSizeMb: memoryMb + 1024 })

const lookEveryMs = 100

/** Tells once when the process has grown by more than that since now. Returns how to look no longer. */
export function watchMemory(memoryMb: number, exceeded: () => void): () => void {
  const most = process.memoryUsage.rss() + memoryMb * 1024 * 1024
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() <= most) return
    clearInterval(timer)
    exceeded()
  }, lookEveryMs)
  return () => clearInterval(timer)
}
