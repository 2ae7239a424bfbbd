import type { DocumentText } from '../../../preload/contract/document.ts'

/** Where the link of the source at an offset leads; undefined where there is none. */
export function sourceLinkAt({ marks }: DocumentText, offset: number): string | undefined {
  return marks.flatMap((mark) =>
    mark.kind === 'link' && mark.start <= offset && offset <= mark.end ? [mark.href] : [],
  )[0]
}
