import fc from 'fast-check'
import { noFilter } from '../../preload/contract/filter.ts'
import type { LinkEnd } from '../../preload/contract/link.ts'
import type { MemoSubject } from '../../preload/contract/memo.ts'
import type { OpenProject } from '../open-project.ts'
import { documentOf } from './documents.ts'

/** What a person might do, given a way to choose among what is there. Does nothing where there is nothing to choose. */
type Gesture = (project: OpenProject, choose: Choose) => void

export interface Choose {
  /** One of them, or undefined of none. */
  one<T>(of: readonly T[]): T | undefined
  /** Less than the limit. */
  number(limit: number): number
  /** Any double from 0 to 1. */
  share(): number
  words(): string
}

export const gestures = {
  renameProject: ({ repositories }, choose) => repositories.project.update({ name: choose.words() }),

  addAnnotator: ({ repositories, newUid }, choose) =>
    void repositories.annotators.insert({ uid: newUid(), name: choose.words() }),
  renameAnnotator({ repositories: { annotators } }, choose) {
    const annotator = choose.one(annotators.list())
    if (annotator) annotators.rename(annotator.id, choose.words())
  },

  addSpeaker: ({ repositories, newUid }, choose) =>
    void repositories.speakers.insert({
      uid: newUid(),
      name: choose.words(),
      kind: 'person',
      variants: [choose.words()],
    }),
  changeSpeaker({ repositories: { speakers } }, choose) {
    const speaker = choose.one(speakers.list())
    if (speaker)
      speakers.update(speaker.id, { kind: 'organisation', variants: [choose.words(), choose.words()] })
  },
  deleteSpeaker({ repositories: { speakers } }, choose) {
    const speaker = choose.one(speakers.list())
    if (speaker) speakers.delete(speaker.id)
  },

  tellSpeakersApart({ repositories: { speakers, toldApart } }, choose) {
    const [one, other] = [choose.one(speakers.list()), choose.one(speakers.list())]
    if (one && other && one.id !== other.id) toldApart.insert(one.id, other.id)
  },

  addTag({ repositories: { tags }, newUid }, choose) {
    const parent = choose.one(tags.list())
    const [model] = tags.list()
    if (model) tags.insert({ ...model, uid: newUid(), name: choose.words(), parentId: parent?.id ?? null })
  },
  moveTags({ repositories: { tags } }, choose) {
    const [first, ...others] = tags.list()
    if (first) tags.reorder([...others, first].map(({ id }) => id))
    const tag = choose.one(others)
    const key = String(choose.number(10))
    if (tag) tags.update(tag.id, { key, parentId: null, definition: choose.words() })
  },
  deleteTag({ repositories: { annotations, tags } }, choose) {
    const [kept, ...others] = tags.listByPosition()
    const tag = choose.one(others)
    if (!kept || !tag) return
    for (const child of [kept, ...others])
      if (child.parentId === tag.id) tags.update(child.id, { parentId: null })
    if (choose.number(2)) annotations.retag(tag.id, kept.id)
    else annotations.deleteByTag(tag.id)
    tags.delete(tag.id)
  },

  changeMeaning({ repositories: { tags, tagVersions }, now }, choose) {
    const tag = choose.one(tags.list())
    if (!tag) return
    const { id, version: number, name, role, definition, include, exclude, attributes } = tag
    const said = { name, role, definition, include, exclude, attributes }
    tagVersions.insert(id, { number, ...said, until: now(), who: choose.words() })
    tags.update(id, { definition: choose.words(), version: number + 1 })
  },
  confirmAnnotations({ repositories: { outdatedAnnotations, tags } }, choose) {
    const tag = choose.one(tags.list())
    if (tag) outdatedAnnotations.confirm(outdatedAnnotations.idsByTag(tag.id))
  },

  addLinkType({ repositories: { linkTypes }, newUid }, choose) {
    const type = { color: '#000000', sourceRoles: [], targetRoles: [], symmetric: choose.number(2) === 1 }
    linkTypes.insert({ ...type, uid: newUid(), name: choose.words() })
  },
  deleteLinkType({ repositories: { links, linkTypes } }, choose) {
    const [kept, ...others] = linkTypes.list()
    const type = choose.one(others)
    if (!kept || !type) return
    links.retype(type.id, kept.id)
    linkTypes.delete(type.id)
  },

  addDocument: ({ repositories, newUid, now }, choose) =>
    void repositories.documents.insert(
      documentOf(`x ${choose.words()} 😀 ${choose.words()}\n${choose.words()} x`, {
        uid: newUid(),
        imported: now(),
        metadata: { date: choose.words(), author: choose.words() },
      }),
    ),
  changeDocument({ repositories: { documents } }, choose) {
    const document = choose.one(documents.list())
    if (document)
      documents.update(document.id, {
        title: choose.words(),
        status: 'done',
        metadata: { 2020: choose.words() },
      })
  },
  moveDocuments({ repositories: { documents } }, choose) {
    const [moved, before] = [choose.one(documents.list()), choose.one(documents.list())]
    if (moved) documents.move([moved.id], before && before.id !== moved.id ? before.id : null)
  },
  deleteDocument(
    { repositories: { annotations, dismissedCopies, documents, judgedAnswers, memos } },
    choose,
  ) {
    const document = choose.one(documents.list())
    if (!document) return
    annotations.deleteByDocument(document.id)
    for (const { id } of memos.listAbout({ document: document.id })) memos.delete(id)
    judgedAnswers.deleteByDocument(document.id)
    dismissedCopies.deleteByDocument(document.id)
    documents.delete(document.id)
  },

  addClaim: ({ repositories, newUid, now }, choose) =>
    void repositories.claims.insert({ uid: newUid(), statement: choose.words(), note: '', created: now() }),
  changeClaim({ repositories: { claims } }, choose) {
    const claim = choose.one(claims.list())
    if (claim) claims.update(claim.id, { note: choose.words() })
  },
  deleteClaim({ repositories: { claims } }, choose) {
    const claim = choose.one(claims.list())
    if (claim) claims.delete(claim.id)
  },

  addAnnotation(project, choose) {
    const { repositories, newUid, now } = project
    const [document, annotator] = [
      choose.one(repositories.documents.list()),
      choose.one(repositories.annotators.list()),
    ]
    const tag = choose.one(repositories.tags.list())
    if (!document || !annotator || !tag) return
    repositories.annotations.insert({
      uid: newUid(),
      documentId: document.id,
      annotatorId: annotator.id,
      tagId: tag.id,
      claimId: choose.one(repositories.claims.list())?.id ?? null,
      speakerId: choose.one(repositories.speakers.list())?.id ?? null,
      spans: [{ start: 0, end: 1 }],
      attributes: { certainty: choose.words(), weight: choose.share() },
      confidence: choose.share(),
      created: now(),
    })
  },
  changeAnnotation({ repositories: { annotations, claims, documents } }, choose) {
    const id = choose.one(documents.list().flatMap((document) => annotations.idsByDocument(document.id)))
    if (!id) return
    const { documentId } = annotations.get(id)
    const { length } = documents.plainText(documentId)
    annotations.update(id, {
      note: choose.words(),
      confidence: choose.share(),
      claimId: choose.one(claims.list())?.id ?? null,
    })
    if (length > 4)
      annotations.replaceSpans(id, [
        { start: 0, end: 1 },
        { start: length - 1, end: length },
      ])
  },
  deleteAnnotation({ repositories: { annotations, documents } }, choose) {
    const id = choose.one(documents.list().flatMap((document) => annotations.idsByDocument(document.id)))
    if (id) annotations.delete(id)
  },

  addLink(project, choose) {
    const { repositories, newUid, now } = project
    const [source, target] = [choose.one(endsIn(project)), choose.one(endsIn(project))]
    const [type, annotator] = [
      choose.one(repositories.linkTypes.list()),
      choose.one(repositories.annotators.list()),
    ]
    if (!source || !target || !type || !annotator) return
    const ends = { linkTypeId: type.id, source, target, annotatorId: annotator.id }
    repositories.links.insert({
      ...ends,
      uid: newUid(),
      strength: choose.share(),
      status: '',
      note: '',
      created: now(),
    })
  },
  changeLink({ repositories: { links } }, choose) {
    const link = choose.one(links.list())
    if (link) links.update(link.id, { source: link.target, target: link.source, note: choose.words() })
  },
  deleteLink({ repositories: { links } }, choose) {
    const link = choose.one(links.list())
    if (link) links.delete(link.id)
  },

  addMemo(project, choose) {
    const { repositories, newUid, now } = project
    const subjects: MemoSubject[] = [
      { project: true },
      ...endsIn(project),
      ...repositories.documents.list().map(({ id }) => ({ document: id })),
      ...repositories.tags.list().map(({ id }) => ({ tag: id })),
      ...repositories.speakers.list().map(({ id }) => ({ speaker: id })),
    ]
    const [about, annotator] = [choose.one(subjects), choose.one(repositories.annotators.list())]
    if (!about || !annotator) return
    repositories.memos.insert({
      uid: newUid(),
      about,
      annotatorId: annotator.id,
      text: choose.words(),
      created: now(),
    })
  },
  changeMemo({ repositories: { memos } }, choose) {
    const memo = choose.one(memos.list())
    if (memo) memos.update(memo.id, choose.words())
  },
  deleteMemo({ repositories: { memos } }, choose) {
    const memo = choose.one(memos.list())
    if (memo) memos.delete(memo.id)
  },

  dismissAnswer({ repositories: { annotations, claims, documents, judgedAnswers }, now }, choose) {
    const document = choose.one(documents.list())
    const annotation = choose.one(
      documents.list().flatMap((document) => annotations.idsByDocument(document.id)),
    )
    const claim = choose.one(claims.list())
    const to = annotation && choose.number(2) ? { annotation } : claim && { claim: claim.id }
    if (!document || !to) return
    const span = { start: 0, end: 1 + choose.number(3) }
    judgedAnswers.insert({ to, documentId: document.id, span, quote: choose.words(), created: now() })
  },
  dismissCopy({ repositories: { annotations, dismissedCopies, documents }, now }, choose) {
    const document = choose.one(documents.list())
    const annotationId = choose.one(documents.list().flatMap(({ id }) => annotations.idsByDocument(id)))
    if (!document || !annotationId) return
    const place = { annotationId, documentId: document.id, quote: choose.words() }
    if (choose.number(2)) dismissedCopies.delete(place)
    else dismissedCopies.insert({ ...place, span: { start: 0, end: 1 + choose.number(3) }, created: now() })
  },
  changeCues({ repositories: { cueLists } }, choose) {
    if (choose.number(3) === 0) cueLists.delete('en')
    else cueLists.set({ language: 'en', denial: [choose.words()], contrast: [choose.words()] })
  },

  judgeFinding({ repositories: { annotators, intendedFindings }, now }, choose) {
    const annotator = choose.one(annotators.list())
    const subject = `a${1 + choose.number(3)}`
    if (choose.number(3) === 0) intendedFindings.delete('no-target', subject)
    else if (annotator)
      intendedFindings.set('no-target', {
        subject,
        state: choose.words(),
        annotatorId: annotator.id,
        created: now(),
      })
  },
  saveList({ repositories: { savedLists, tags } }, choose) {
    const tag = choose.one(tags.list())
    const name = choose.words()
    const annotations = { tagIds: tag ? [tag.id] : [], speakerIds: [], annotatorIds: [] }
    const asked = {
      list: 'unanswered' as const,
      filter: { ...noFilter, annotations },
      order: 'project' as const,
      after: '',
    }
    const known = savedLists.findByName(name)
    if (known && choose.number(2)) savedLists.delete(known.id)
    else if (known) savedLists.update(known.id, name, asked)
    else savedLists.insert(name, asked)
  },
} as const satisfies Record<string, Gesture>

function endsIn({ repositories: { annotations, claims, documents, links } }: OpenProject): LinkEnd[] {
  return [
    ...documents
      .list()
      .flatMap(({ id }) => annotations.idsByDocument(id).map((annotation) => ({ annotation }))),
    ...claims.list().map(({ id }) => ({ claim: id })),
    ...links.list().map(({ id }) => ({ link: id })),
  ]
}

export type GestureName = keyof typeof gestures

/** A few gestures made at once, as one step, with the choices they will make. */
export const anyStep = fc.record({
  names: fc.array(fc.constantFrom(...(Object.keys(gestures) as GestureName[])), {
    minLength: 1,
    maxLength: 3,
  }),
  seeds: fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
  shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
  words: fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), {
    minLength: 5,
    maxLength: 5,
  }),
})
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

export function perform(project: OpenProject, { names, seeds, shares, words }: Step): void {
  let drawn = 0
  const draw = () => seeds[drawn++ % seeds.length]!
  const choose: Choose = {
    one: (of) => of[draw() % Math.max(1, of.length)],
    number: (limit) => draw() % limit,
    share: () => shares[draw() % shares.length]!,
    words: () => words[draw() % words.length]!,
  }
  project.history.record(names.join(', '), () => {
    for (const name of names) gestures[name](project, choose)
  })
}
