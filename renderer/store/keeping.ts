const keeping = new Set<Promise<void>>()

/** Words of a field on their way to the project, some perhaps not asked for yet. `work` does not fail. */
export function whileKeeping(work: Promise<void>): void {
  keeping.add(work)
  void work.finally(() => keeping.delete(work))
}

/** Resolves when all that was typed is kept: an undo asked for before would take back what came before the last words. */
export async function allKept(): Promise<void> {
  while (keeping.size > 0) await Promise.all(keeping)
}
