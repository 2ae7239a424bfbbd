/** An Electron on this machine that runs. */
export interface InstalledElectron {
  /** `official` is the version package.json names; `registry` an older one, for development and tests only. */
  source: 'official' | 'registry'
  version: string
  folder: string
  executable: string
}
