/** 'RJND' in the SQLite header at offset 68: what tells a project from any other SQLite database. */
export const applicationId = 0x524a4e44

/** The ending of a project file, with its dot. */
export const projectEnding = '.rejoinder'
