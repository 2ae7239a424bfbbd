import { runPackage } from '../runtime/processes.ts'

/** Style and likely mistakes first, then who imports whom; both are always shown. */
export async function lint(): Promise<number> {
  const style = await runPackage('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])
  const imports = await runPackage('dependency-cruiser/bin/dependency-cruiser.mjs', [
    '--config',
    '.dependency-cruiser.cjs',
    ...['main', 'preload', 'renderer', 'db', 'cli', 'scripts', 'e2e', 'bench'],
  ])
  return style || imports
}
