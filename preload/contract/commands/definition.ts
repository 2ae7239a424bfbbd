export type MenuName = 'File' | 'Edit' | 'Annotate' | 'Document' | 'Analyse' | 'View' | 'Go' | 'Help'

export interface CommandDefinition {
  /** As it stands in a menu; `…` when it asks before it acts. */
  title: string
  /** Where it stands; commands of one group stand together, groups are set apart by a line. */
  menu: MenuName
  group: number
  /**
   * Keys in Electron’s notation; the first is shown. A single letter or sign acts only where a text or a list has
   * the focus, never while typing.
   */
  keys: readonly string[]
  /** Switched on and off rather than done. */
  toggle?: true
  /**
   * What must be there; all but nothing need an open project. `claim`: an annotation in focus, or in the view of claims
   * the claim whose card is open, or the claim that the confrontation is at.
   */
  needs: 'nothing' | 'project' | 'document' | 'selection' | 'annotation' | 'claim'
}

/** Keeps the names of a table of commands, for `CommandId`. */
export const define = <T extends Record<string, CommandDefinition>>(
  table: T,
): { [K in keyof T]: CommandDefinition } => table
