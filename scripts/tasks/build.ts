import { buildWhereStale } from '../runtime/build.ts'

export default async function build(): Promise<number> {
  await buildWhereStale()
  return 0
}
