/** Begins to count how long this thread computes; asked, it tells the milliseconds. Others on the machine do not count. */
export function busyTime(): () => number {
  const begun = process.threadCpuUsage()
  return () => {
    const { user, system } = process.threadCpuUsage(begun)
    return (user + system) / 1000
  }
}
