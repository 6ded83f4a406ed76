import { type Instant, type Mark, toInstant } from '@holdfast/kernel'

/** A comment on an issue; its text is that of its first sentence. */
export interface Comment {
  readonly issue: string
  readonly id: string
  readonly author: string
  readonly role: string
  readonly at: Instant
  readonly isPrivate: boolean
  readonly text: string
}

/** The comments of each issue, in order. The log has a row for each sentence; the first stands for its comment. */
export function issuesOf(csv: string): readonly (readonly Comment[])[] {
  const [header = '', ...lines] = csv.trim().split(/\r?\n/)
  const names = header.split(',')
  const issues = new Map<string, Map<string, Comment>>()
  for (const line of lines) {
    const fields = fieldsOf(line)
    const field = (name: string) => fields[names.indexOf(name)] ?? ''
    const [issue, id] = [field('issueid'), field('id')]
    const comments = issues.get(issue) ?? new Map<string, Comment>()
    issues.set(issue, comments)
    if (comments.has(id)) continue
    comments.set(id, {
      issue,
      id,
      author: field('author'),
      role: field('author_role'),
      at: toInstant(field('created').replace(' ', 'T')),
      isPrivate: field('is_private') === '1.0',
      text: field('actionbody'),
    })
  }
  return [...issues.values()].map((comments) => [...comments.values()])
}

/** The fields of a line; one in quotes may hold commas and quotes written twice, but no line breaks. */
function fieldsOf(line: string): string[] {
  const fields = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)
  return [...fields].map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain)
}

/**
 * How messages that a machine writes begin: an author and eight words that stand on more than half of all issues. People
 * who answer with a template do not answer everybody with the same one.
 */
export function automaticBeginnings(issues: readonly (readonly Comment[])[]): ReadonlySet<string> {
  const uses = new Map<string, number>()
  for (const comments of issues) {
    for (const begin of new Set(comments.map(beginningOf))) {
      uses.set(begin, (uses.get(begin) ?? 0) + 1)
    }
  }
  const common = [...uses].filter(([, count]) => count > issues.length / 2)
  return new Set(common.map(([begin]) => begin))
}

export function beginningOf({ author, text }: Comment): string {
  return [author, ...text.split(/\s+/).slice(0, 8)].join(' ')
}

/** Whether somebody who did not report the issue wrote it for all to read. */
export const isPublicAnswer = ({ role, isPrivate }: Comment): boolean =>
  role !== 'reporter' && !isPrivate

/** The history of an issue, submitted with its first comment. Whoever did not report it is taken to be at the desk. */
export function marksOf(
  comments: readonly Comment[],
  isAutomatic: (comment: Comment) => boolean,
): readonly Mark[] {
  const [first] = comments as readonly [Comment, ...Comment[]]
  const about = `request:${first.issue}`
  const submitted: Mark = { id: 'submitted', at: first.at, seq: 0, type: 'submitted', about }
  const messages = comments.map(
    (comment, nth): Mark => ({
      id: comment.id,
      at: comment.at,
      seq: nth + 1,
      type: 'message',
      about,
      by: comment.role === 'reporter' ? `customer:${comment.author}` : `person:${comment.author}`,
      audience: comment.isPrivate ? 'internal' : 'public',
      automatic: isAutomatic(comment),
    }),
  )
  return [submitted, ...messages]
}
