import { buildWhereStale } from '../runtime/build.ts'

export async function build(): Promise<number> {
  await buildWhereStale()
  return 0
}
