import { escaped } from './escape.ts'

/** An indented list, as reasons are rendered, as one of HTML: each line under the one it is a reason for. */
export function storyList(story: string): string {
  const [first = '', ...lines] = story.split('\n')
  let open = 0
  const parts = lines.map((line) => {
    const depth = Math.max(1, Math.ceil(line.search(/\S/) / 2))
    const item = `<li>${escaped(line.trim().replace(/^- /, ''))}`
    if (depth > open) {
      const lists = '<ul>'.repeat(depth - open)
      open = depth
      return `${lists}${item}`
    }
    const ends = '</li></ul>'.repeat(open - depth)
    open = depth
    return `${ends}</li>${item}`
  })
  return `<div class="story"><p>${escaped(first)}</p>${parts.join('\n')}${'</li></ul>'.repeat(open)}</div>`
}
