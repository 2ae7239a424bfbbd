import { existsSync } from 'node:fs'
import { isRoot } from './places.ts'
import { capture, hasProgram } from './processes.ts'
import { SetupProblem, say } from './say.ts'

export interface Needs {
  /** Libraries Electron is linked with. */
  electron?: boolean
  /** A display of its own, and fonts for the scripts the test documents are written in. */
  virtualDisplay?: boolean
  unzip?: boolean
  compiler?: boolean
}

const libraries = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libXss.so.1': 'libxss1',
}

/**
 * Installs what is missing where this process may, in one go and before anything is downloaded.
 * Elsewhere fails with the command a person has to run. Knows Debian's names, so it does nothing but look
 * on other systems.
 */
export async function ensureSystemPackages(needs: Needs): Promise<void> {
  if (process.platform !== 'linux') return
  const missing = [
    ...(needs.electron ? missingLibraries() : []),
    ...(needs.virtualDisplay ? [...missingPrograms({ Xvfb: 'xvfb' }), ...missingFonts()] : []),
    ...(needs.unzip ? missingPrograms({ unzip: 'unzip' }) : []),
    ...(needs.compiler ? missingPrograms({ python3: 'python3', make: 'make', 'g++': 'g++' }) : []),
  ]
  if (missing.length === 0) return

  if (!hasProgram('apt-get')) {
    throw new SetupProblem(`Please install these first (Debian's names): ${missing.join(' ')}`)
  }
  if (!isRoot()) {
    const packages = asNamedHere(missing).join(' ')
    throw new SetupProblem(
      `Some system packages are missing. Please run:\n  sudo apt-get update && sudo apt-get install -y ${packages}`,
    )
  }
  say(`Installing system packages: ${missing.join(' ')}…`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  capture('apt-get', ['update', '-qq'], { env })
  const packages = asNamedHere(missing)
  const { ok, output } = capture(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    { env },
  )
  if (!ok) throw new SetupProblem(`apt-get could not install ${packages.join(' ')}:\n${output}`)
}

function missingLibraries(): string[] {
  const { ok, output } = capture(existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig', ['-p'])
  if (!ok) return []
  return Object.entries(libraries)
    .filter(([file]) => !output.includes(`\t${file} `))
    .map(([, name]) => name)
}

function missingPrograms(programs: Record<string, string>): string[] {
  return Object.entries(programs)
    .filter(([program]) => !hasProgram(program))
    .map(([, name]) => name)
}

function missingFonts(): string[] {
  const fonts = {
    'fonts-noto-core': '/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf',
    'fonts-noto-cjk': '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  }
  if (!existsSync('/etc/debian_version') || !isRoot()) return []
  return Object.entries(fonts)
    .filter(([, file]) => !existsSync(file))
    .map(([name]) => name)
}

// Since 2024 Debian and Ubuntu mark libraries with 64-bit times by a suffix.
function asNamedHere(names: readonly string[]): string[] {
  const suffixed = (name: string) => `${name}t64`
  const { output } = capture('apt-cache', ['show', '--no-all-versions', ...names.map(suffixed)])
  return names.map((name) => (output.includes(`Package: ${suffixed(name)}\n`) ? suffixed(name) : name))
}
