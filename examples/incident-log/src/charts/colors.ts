import type { LifeElement } from '@holdfast/insight'

/** What the desk does itself is blue, the customer orange: told apart without red and green, and in gray by lightness. */
export const ACCENT = '#1f5a92'
export const SECOND = '#c4690a'

/** The color of what goes on, in a stack. */
export function colorOf(element: LifeElement, party: string | null): string {
  if (element !== 'wait') return ELEMENT_COLORS[element]
  const known =
    party !== null && Object.hasOwn(PARTY_COLORS, party) ? PARTY_COLORS[party] : undefined
  return known ?? '#9aa5b1'
}

const ELEMENT_COLORS: Readonly<Record<Exclude<LifeElement, 'wait'>, string>> = {
  documentation: '#7f9c3b',
  investigation: '#1f5a92',
  fix: '#17765f',
  verification: '#6fb3a2',
  resolved: '#d5dbe1',
  unknown: '#eef1f4',
}

const PARTY_COLORS: Readonly<Record<string, string>> = {
  customer: '#f0a63a',
  queue: '#9cc3e6',
  vendor: '#8a4b08',
  problem: '#6b7885',
}
